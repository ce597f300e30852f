/** Line icons on a grid of 16 px, drawn with a stroke of 1.4 in the text's colour. The states' signs are not icons: see `signs/`. */
export const icons = {
  back: 'M10 3.5 5.5 8l4.5 4.5',
  bin: 'M3 4.5h10M6.5 4.5V3h3v1.5M4.5 4.5l.5 8.5h6l.5-8.5',
  check: 'm3.5 8.5 3 3 6-7',
  close: 'm4 4 8 8m0-8-8 8',
  copy: 'M6 6h7v7H6zM3 10V3h7',
  down: 'm4 6.5 4 4 4-4',
  eye: 'M1.5 8s2.4-4.2 6.5-4.2S14.5 8 14.5 8s-2.4 4.2-6.5 4.2S1.5 8 1.5 8ZM8 6.2a1.8 1.8 0 1 1 0 3.6 1.8 1.8 0 0 1 0-3.6Z',
  file: 'M4 2h5l3 3v9H4zM9 2v3h3',
  folder: 'M2 4.5V13h12V5.5H8L6.5 3.5H2z',
  keyboard: 'M1.5 4h13v8.5h-13zM4 6.8h.01M6.7 6.8h.01M9.3 6.8h.01M12 6.8h.01M5 9.8h6',
  link: 'M4 2h5l3 3v9H4zM6.5 11V9.5q0-1.5 1.5-1.5h1.5M8.5 6.5 10 8 8.5 9.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  open: 'M2 4.5V13h12V5.5H8L6.5 3.5H2zM8 11.2V7.6M6.3 9.2 8 7.5l1.7 1.7',
  plus: 'M8 3.5v9M3.5 8h9',
  redo: 'M12.5 6H6.5a3.5 3.5 0 0 0 0 7H9M10 3l3 3-3 3',
  right: 'm6.5 4 4 4-4 4',
  narrow: 'M6.5 3v3.5H3M9.5 13V9.5H13M6.5 6.5 2.5 2.5M9.5 9.5l4 4',
  widen: 'M9.5 3H13v3.5M6.5 13H3V9.5M13 3 9 7M3 13l4-4',
  up: 'm4 9.5 4-4 4 4',
  search: 'M7 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM10 10l3 3',
  share: 'M8 10.5v-8M5.2 5.2 8 2.5l2.8 2.7M5 7.5H3.5v6h9v-6H11',
  undo: 'M3.5 6h6a3.5 3.5 0 0 1 0 7H7M6 3 3 6l3 3',
} as const;

export type IconName = keyof typeof icons;

/** What a folder or an archive holds, as the reader sees it: a tree whose folders are listed and whose files are read only when asked for. */

export interface FileItem {
  readonly kind: 'file';
  readonly name: string;
  /** Permission bits, where the source tells them: archives do, browsers' folders do not. */
  readonly mode?: number;
  /** Bytes, as the source declares them; asking reads nothing of the content. */
  size(): number | Promise<number>;
  /** Fails with an `Unreadable`, or the browser's own error. */
  read(): Promise<Uint8Array>;
}

export interface LinkItem {
  readonly kind: 'link';
  readonly name: string;
  target(): string | Promise<string>;
}

export interface FolderItem {
  readonly kind: 'folder';
  readonly name: string;
  readonly mode?: number;
  /** Whether listing it opens nothing, because all names and sizes came with the source. */
  readonly listed: boolean;
  list(): Iterable<Item> | AsyncIterable<Item>;
}

/** A folder whose names and sizes are all there. */
export interface ListedFolder extends FolderItem {
  list(): Iterable<Item>;
}

export type Item = FileItem | LinkItem | FolderItem;

/** A folder or an archive under the name that its project gets. */
export interface Source {
  readonly name: string;
  readonly root: FolderItem;
}

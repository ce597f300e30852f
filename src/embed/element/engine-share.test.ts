import { afterEach, describe, expect, it, vi } from 'vitest';
import { farewell, shareEngines, type Home, type Way } from './engine-share.ts';

/** A home whose engines answer with their name and what they were asked, until it hangs. */
class TestHome implements Home {
  onend: Home['onend'] = null;
  ended = false;
  hangs = false;
  readonly names: string[] = [];
  readonly gone: string[] = [];
  readonly ports: MessagePort[] = [];

  open(port: MessagePort, name: string): void {
    this.names.push(name);
    this.ports.push(port);
    port.onmessage = ({ data }) => {
      if (data === farewell) this.gone.push(name);
      else if (!this.hangs) port.postMessage(`${name}: ${String(data)}`);
    };
  }
  answers = (): Promise<boolean> => Promise.resolve(!this.hangs);
  end(): void {
    this.ended = true;
    for (const port of this.ports) port.close();
  }
}

const homes: TestHome[] = [];
const open: Way = () => {
  const home = new TestHome();
  homes.push(home);
  return Promise.resolve(home);
};
const closed = vi.fn<Way>(() => Promise.reject(new Error('forbidden')));

afterEach(() => {
  for (const home of homes.splice(0)) home.end();
  closed.mockClear();
});

/** A worker of a share, with all that it said. */
function live(spawn: ReturnType<typeof shareEngines>, name: string) {
  const worker = spawn(name);
  const heard: unknown[] = [];
  const failed = vi.fn();
  worker.onmessage = ({ data }) => void heard.push(data);
  worker.onerror = failed;
  return { worker, heard, failed };
}

describe('the engines of a page', () => {
  it('live in one home, each with a port of its own', async () => {
    const spawn = shareEngines([open]);
    const [a, b] = [live(spawn, 'a'), live(spawn, 'b')];
    a.worker.postMessage(1);
    b.worker.postMessage(2);
    a.worker.postMessage(3);
    await vi.waitFor(() => expect([a.heard, b.heard]).toEqual([['a: 1', 'a: 3'], ['b: 2']]));
    const late = live(spawn, 'c');
    late.worker.postMessage(4);
    await vi.waitFor(() => expect(late.heard).toEqual(['c: 4']));
    expect(homes).toHaveLength(1);
  });

  it('take the first way that is open, and try a closed one only once', async () => {
    const spawn = shareEngines([closed, open]);
    const a = live(spawn, 'a');
    a.worker.postMessage(1);
    await vi.waitFor(() => expect(a.heard).toEqual(['a: 1']));
    a.worker.terminate();
    const b = live(spawn, 'b');
    b.worker.postMessage(2);
    await vi.waitFor(() => expect(b.heard).toEqual(['b: 2']));
    expect(closed).toHaveBeenCalledTimes(1);
    expect(homes.map(({ ended }) => ended)).toEqual([true, false]);
  });

  it('say that they failed where every way is closed', async () => {
    const a = live(shareEngines([closed]), 'a');
    await vi.waitFor(() => expect(a.failed).toHaveBeenCalledTimes(1));
  });

  it('leave one by one, and the last one ends the home', async () => {
    const spawn = shareEngines([open]);
    const [a, b] = [live(spawn, 'a'), live(spawn, 'b')];
    await vi.waitFor(() => expect(homes[0]?.names).toEqual(['a', 'b']));
    a.worker.terminate();
    await vi.waitFor(() => expect(homes[0]?.gone).toEqual(['a']));
    expect(homes[0]?.ended).toBe(false);
    b.worker.terminate();
    expect(homes[0]?.ended).toBe(true);
    expect(b.failed).not.toHaveBeenCalled();
  });

  it('end no home that is still on its way for nobody', async () => {
    const spawn = shareEngines([open]);
    live(spawn, 'a').worker.terminate();
    await vi.waitFor(() => expect(homes[0]?.ended).toBe(true));
    expect(homes[0]?.names).toEqual([]);
  });

  it('get another home at once when theirs hangs, and the others are told', async () => {
    const spawn = shareEngines([open]);
    const [a, b] = [live(spawn, 'a'), live(spawn, 'b')];
    await vi.waitFor(() => expect(homes[0]?.names).toEqual(['a', 'b']));
    homes[0]!.hangs = true;
    a.worker.postMessage('for ever');
    a.worker.terminate();
    const again = live(spawn, 'a2');
    again.worker.postMessage(1);
    await vi.waitFor(() => expect(again.heard).toEqual(['a2: 1']));
    await vi.waitFor(() => expect(b.failed).toHaveBeenCalledTimes(1));
    expect(homes.map(({ ended }) => ended)).toEqual([true, false]);
    expect(a.failed).not.toHaveBeenCalled();
  });

  it('stay where they are when one of them leaves in the middle of an answer', async () => {
    const spawn = shareEngines([open]);
    const [a, b] = [live(spawn, 'a'), live(spawn, 'b')];
    await vi.waitFor(() => expect(homes[0]?.names).toEqual(['a', 'b']));
    a.worker.postMessage(1);
    a.worker.terminate();
    b.worker.postMessage(2);
    await vi.waitFor(() => expect(b.heard).toEqual(['b: 2']));
    expect([homes[0]?.ended, b.failed.mock.calls.length]).toEqual([false, 0]);
  });

  it('are told when their home ended by itself, and find another', async () => {
    const spawn = shareEngines([open]);
    const a = live(spawn, 'a');
    await vi.waitFor(() => expect(homes[0]?.names).toEqual(['a']));
    homes[0]!.onend?.();
    expect(a.failed).toHaveBeenCalledTimes(1);
    const again = live(spawn, 'a2');
    again.worker.postMessage(1);
    await vi.waitFor(() => expect(again.heard).toEqual(['a2: 1']));
  });
});

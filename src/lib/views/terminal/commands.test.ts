import { describe, expect, it } from 'vitest';
import { commandsOf } from './commands.ts';

describe('what was typed or pasted', () => {
  it('is a command a line', () => {
    expect(commandsOf('ls\n\ndocker images\n')).toEqual(['ls', 'docker images']);
    expect(commandsOf('')).toEqual(['']);
  });

  it('goes on after a backslash, as one line', () => {
    expect(commandsOf('docker build \\\n  -t app .\nls')).toEqual(['docker build -t app .', 'ls']);
  });

  it('keeps here-documents and quotes whole', () => {
    expect(commandsOf("cat > Dockerfile <<'EOF'\nFROM alpine\n\nEOF\nls")).toEqual(["cat > Dockerfile <<'EOF'\nFROM alpine\n\nEOF", 'ls']);
    expect(commandsOf('cat <<-A <<B\n\tx\n\tA\ny\nB\nls')).toEqual(['cat <<-A <<B\n\tx\n\tA\ny\nB', 'ls']);
    expect(commandsOf("echo 'a\nb' > f\nls")).toEqual(["echo 'a\nb' > f", 'ls']);
    expect(commandsOf('echo "it\'s"\nls')).toEqual(['echo "it\'s"', 'ls']);
    expect(commandsOf('grep x <<< "$A"\nls')).toEqual(['grep x <<< "$A"', 'ls']);
  });

  it('is run as it is where something stays open', () => {
    expect(commandsOf('cat <<EOF\nx')).toEqual(['cat <<EOF\nx']);
    expect(commandsOf("echo 'a")).toEqual(["echo 'a"]);
  });
});

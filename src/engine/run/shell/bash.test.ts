import { describe, expect, it } from 'vitest';
import { described, dirOf, emptyDir, file } from '../../fs/index.ts';
import { exec } from '../exec.ts';

const program = (name: string) => described(1000, name, { mode: 0o755 });
const root = dirOf([
  ['bin', dirOf([['bash', program('bash')], ['env', program('env')], ['mkdir', program('mkdir')]])],
  ['etc', dirOf([['passwd', file('root:x:0:0:root:/root:/bin/bash\n')]])],
  ['w', emptyDir()],
]);

function run(command: string) {
  const result = exec({ root, mounts: [], args: ['/bin/bash', '-c', command], env: ['PATH=/bin'], cwd: '/w', user: '', network: 'default', platform: 'linux/amd64', now: 0, origin: 'step' });
  return [result.output.map((line) => line.text).join(''), result.exitCode];
}

describe('bash', () => {
  it.each([
    ['set -o pipefail; false | true; echo $?', '1\n', 0],
    ['nosuch', '/bin/bash: line 1: nosuch: command not found\n', 127],
    ['[[ a == a* ]] && echo y; [[ -f /etc/passwd && ! -d /x ]] && echo z', 'y\nz\n', 0],
    ['echo a{b,c}d {1..3} {x,y{1,2}} {a} "{b,c}" ${x:-{}', 'abd acd 1 2 3 x y1 y2 {a} {b,c} {\n', 0],
    ['x=abc; echo ${x^^} ${x:1} ${x/b/X} ${x^}', 'ABC bc aXc Abc\n', 0],
    ['((x = 1 + 2)); echo $x $?; ((0)); echo $?', '3 0\n1\n', 0],
    ['cat() { read l; echo "$l"; }; cat <<< "here"', 'here\n', 0],
    ['function f { local y=1; echo $y; }; f; x=1; x+=2; echo $x', '1\n12\n', 0],
    ["printf '%s %s\\n' 'a b' c; echo -e 'a\\tb'", 'a b c\na\tb\n', 0],
    ['cd /nope', '/bin/bash: line 1: cd: /nope: No such file or directory\n', 1],
  ])('does what the real one does: %s', (command, output, exitCode) => {
    expect(run(command)).toEqual([output, exitCode]);
  });
});

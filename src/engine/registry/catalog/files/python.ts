import { blob, link, program, type Files } from './tree.ts';

/** CPython and pip under /usr/local. */
export function pythonFiles(version: string): Files {
  const minor = version.split('.').slice(0, 2).join('.');
  const lib = `usr/local/lib/python${minor}`;
  return {
    [`usr/local/bin/python${minor}`]: program(14_400, `python ${version}`),
    'usr/local/bin/python3': link(`python${minor}`),
    'usr/local/bin/python': link('python3'),
    [`usr/local/bin/pip${minor}`]: program(250, 'pip'),
    'usr/local/bin/pip3': link(`pip${minor}`),
    'usr/local/bin/pip': link('pip3'),
    'usr/local/bin/pydoc': link('pydoc3'),
    'usr/local/bin/pydoc3': program(90, 'pydoc'),
    [`usr/local/lib/libpython${minor}.so.1.0`]: blob(6_100_000, `libpython ${version}`, { mode: 0o755 }),
    [`${lib}/encodings/utf_8.py`]: blob(1_000, 'encodings'),
    [`${lib}/site-packages/pip/_internal/main.py`]: blob(7_200_000, 'pip'),
    [`${lib}/os.py`]: blob(20_000_000, `standard library ${minor}`),
  };
}

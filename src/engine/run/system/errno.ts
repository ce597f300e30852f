/** Error numbers of system calls, with the C library's words. */

const MESSAGES = {
  EPERM: 'Operation not permitted',
  ENOENT: 'No such file or directory',
  E2BIG: 'Argument list too long',
  ENOEXEC: 'Exec format error',
  EBADF: 'Bad file descriptor',
  EACCES: 'Permission denied',
  EBUSY: 'Device or resource busy',
  EEXIST: 'File exists',
  EXDEV: 'Invalid cross-device link',
  ENXIO: 'No such device or address',
  ENOTDIR: 'Not a directory',
  EISDIR: 'Is a directory',
  EINVAL: 'Invalid argument',
  ENOSPC: 'No space left on device',
  EROFS: 'Read-only file system',
  EPIPE: 'Broken pipe',
  ENAMETOOLONG: 'File name too long',
  ENOTEMPTY: 'Directory not empty',
  ELOOP: 'Too many levels of symbolic links',
} as const;

export type Errno = keyof typeof MESSAGES;

/** The message of a number, as glibc and musl agree on them for all that occur here. */
export function strerror(errno: Errno): string {
  return MESSAGES[errno];
}

const faults = new Map<Errno, SystemFault>();

/**
 * A system call that failed. Raised inside the simulation and caught by the tool or shell that made the call. There is one for
 * each number: an error takes down the stack when it is made, which costs more than the call, and which nobody reads here.
 */
export class SystemFault extends Error {
  readonly errno: Errno;

  private constructor(errno: Errno) {
    super(strerror(errno));
    this.errno = errno;
  }

  static of(errno: Errno): SystemFault {
    let fault = faults.get(errno);
    if (!fault) faults.set(errno, (fault = new SystemFault(errno)));
    return fault;
  }
}

/** Result of `call`, or the number of the error it failed with. */
export function attempt<T>(call: () => T): { readonly value: T; readonly errno?: undefined } | { readonly errno: Errno; readonly value?: undefined } {
  try {
    return { value: call() };
  } catch (fault) {
    if (fault instanceof SystemFault) return { errno: fault.errno };
    throw fault;
  }
}

/** The error number of a thrown value; anything that is not a failed system call is thrown on. */
export function errnoOf(thrown: unknown): Errno {
  if (thrown instanceof SystemFault) return thrown.errno;
  throw thrown;
}

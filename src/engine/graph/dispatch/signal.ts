const names = new Set(
  'ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ'.split(' '),
);
/** Real-time signals count from both ends. */
for (let at = 0; at <= 15; at++) names.add(at === 0 ? 'RTMIN' : `RTMIN+${at}`);
for (let at = 0; at <= 14; at++) names.add(at === 0 ? 'RTMAX' : `RTMAX-${at}`);

/** Whether a STOPSIGNAL is one: a number other than 0, or a name with or without SIG (`moby/sys/signal`). */
export function isSignal(text: string): boolean {
  if (/^[+-]?\d+$/.test(text) && BigInt(text.replace('+', '')) ** 2n < 2n ** 126n) return Number(text) !== 0;
  return names.has(text.toUpperCase().replace(/^SIG/, ''));
}

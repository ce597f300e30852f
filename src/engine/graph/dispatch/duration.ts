const microsecond = 1e3;
const millisecond = 1e6;
const second = 1e9;

/** Nanoseconds as Go's `time.Duration` prints them: `1h0m0.5s`, `30s`, `1.5ms`, `0s`. */
export function formatDuration(nanoseconds: number): string {
  const sign = nanoseconds < 0 ? '-' : '';
  const value = Math.abs(nanoseconds);
  if (value === 0) return '0s';
  if (value < microsecond) return `${sign}${value}ns`;
  if (value < millisecond) return `${sign}${decimal(value, microsecond)}µs`;
  if (value < second) return `${sign}${decimal(value, millisecond)}ms`;
  const seconds = Math.floor(value / second);
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  const rest = `${decimal((seconds % 60) * second + (value % second), second)}s`;
  return sign + (hours > 0 ? `${hours}h` : '') + (seconds >= 60 ? `${minutes}m` : '') + rest;
}

function decimal(value: number, unit: number): string {
  const digits = String(value % unit).padStart(String(unit).length - 1, '0').replace(/0+$/, '');
  return `${Math.floor(value / unit)}${digits === '' ? '' : `.${digits}`}`;
}

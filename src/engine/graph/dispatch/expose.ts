/** EXPOSE (BuildKit `convert_expose.go`). */
import { exposeInvalidFormat } from '../../dockerfile/checks/expose-invalid-format.ts';
import { exposeProtoCasing } from '../../dockerfile/checks/expose-proto-casing.ts';
import type { Linter } from '../../dockerfile/checks/index.ts';
import { goQuote } from '../../dockerfile/go/quote.ts';
import { expandWords, type ExposeCommand } from '../../dockerfile/index.ts';
import type { Conversion } from '../conversion.ts';
import { addHistory } from '../draft-image.ts';
import { formatIp } from '../options/ip.ts';
import type { StageState } from '../stages/stage-state.ts';

const protocols = new Set(['tcp', 'udp', 'sctp']);
const maxPort = 65535;

/** Adds ports to the config; the answer is BuildKit's text where one cannot be read. */
export function dispatchExpose(conversion: Conversion, state: StageState, command: ExposeCommand, lint: Linter): string | undefined {
  const { env } = state.state;
  const words: string[] = [];
  for (const port of command.ports) {
    const result = expandWords(port, (name) => env.get(name), { escape: conversion.escape });
    if (!result.ok) return result.message;
    for (const one of result.words) words.push(one);
  }
  const ports: string[] = [];
  for (const word of words) {
    const parsed = parsePort(word, command, lint);
    if (typeof parsed === 'string') return parsed;
    for (const one of parsed) ports.push(one);
  }
  for (const port of ports) state.image.exposedPorts.add(port);
  addHistory(state.image, `EXPOSE [${ports.join(' ')}]`, false, conversion.created);
  return undefined;
}

/** `[[ip:]host:]port[-port][/protocol]` → `port/protocol` of each. */
function parsePort(text: string, command: ExposeCommand, lint: Linter): readonly string[] | string {
  const parts = text.split(':');
  const container = parts.pop() ?? '';
  const host = parts.pop() ?? '';
  const ip = parts.join(':');
  const slash = container.indexOf('/');
  const range = slash < 0 ? container : container.slice(0, slash);
  const protocol = (slash < 0 ? '' : container.slice(slash + 1)) || 'tcp';
  if (range === '') return `invalid port: ${goQuote(text)}: no port specified`;
  if (!protocols.has(protocol.toLowerCase())) return `invalid port: ${goQuote(text)}: invalid proto: ${protocol}`;
  if (protocol !== protocol.toLowerCase()) lint.report(exposeProtoCasing, command, text);
  if (ip !== '' || host !== '') lint.report(exposeInvalidFormat, command, text);
  const bare = ip.startsWith('[') ? /^\[([^\]]*)\]$/.exec(ip)?.[1] : ip;
  if (bare === undefined) return `invalid IP address ${ip}: address ${ip}:: missing ']' in address`;
  if (bare !== '' && formatIp(bare) === undefined) return `invalid IP address: ${bare}`;
  const ports = parseRange(range);
  if (!ports) return `invalid containerPort: ${range}`;
  const outside = host === '' ? undefined : parseRange(host);
  if (host !== '' && !outside) return `invalid hostPort: ${host}`;
  const count = ports.end - ports.start;
  if (outside && outside.end - outside.start !== count && count !== 0) return `invalid ranges specified for container and host Ports: ${range} and ${host}`;
  return Array.from({ length: count + 1 }, (_, at) => `${ports.start + at}/${protocol.toLowerCase()}`);
}

function parseRange(text: string): { readonly start: number; readonly end: number } | undefined {
  const dash = text.indexOf('-');
  const start = parseNumber(dash < 0 ? text : text.slice(0, dash));
  const last = dash < 0 ? '' : text.slice(dash + 1);
  if (start === undefined) return undefined;
  if (dash < 0 || last === text.slice(0, dash)) return { start, end: start };
  const end = parseNumber(last);
  return end === undefined || end < start ? undefined : { start, end };
}

function parseNumber(text: string): number | undefined {
  const value = /^\+?\d+$/.test(text) || /^-0+$/.test(text) ? Math.abs(Number(text)) : NaN;
  return value <= maxPort ? value : undefined;
}

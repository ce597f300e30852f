/** What a failed build said, without the words before its cause: the whole of it is in the log. */
export const briefly = (error: string): string => error.replace(/^(?:failed to (?:solve|compute cache key|build LLB|fetch oauth token): )+/, '').replace(/^failed to calculate checksum of ref \S+: /, '');

/** What registries cost on the virtual clock, in one place. Times in milliseconds, rates in bytes a millisecond. */

/** A link of 100 Mbit/s down, shared by all downloads. */
export const downloadRate = 12_500;

/** And of 40 Mbit/s up. */
export const uploadRate = 5_000;

/** To a registry and back; token servers are as far away. */
export const roundTrip = 60;

/** To a registry on the same machine and back, and its disk. */
export const localRoundTrip = 1;
/** Bytes a millisecond to and from a registry on the same machine. */
export const localRate = 400_000;

/** dockerd's `max-concurrent-uploads` and `max-concurrent-downloads`. */
export const parallelUploads = 5;
/** See above. */
export const parallelDownloads = 3;

/** Unpacking: a gzip layer on one core gives 110 MB of files a second, never less than this a layer. */
export const unpackRate = 110_000;
/** Least time to unpack one layer. */
export const unpackLeast = 20;

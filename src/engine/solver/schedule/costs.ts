/**
 * What things cost on the virtual clock: everything that is not a RUN, whose time comes from its own model. One file, so that
 * every number that is not BuildKit's can be found, doubted and changed. Times in milliseconds, rates in bytes a millisecond.
 */

/** Asking a registry what a tag leads to: one token and one manifest request; published logs show 0.4 to 3 s. */
export const metadataLoad = 1200;

/** The same while the answer is still known from an earlier build. */
export const metadataKnown = 300;

/** A link of 100 Mbit/s, shared by all pulls. */
export const pullRate = 12_500;

/** gzip layers unpack at about 110 MB of files a second on one core. */
export const extractRate = 110_000;

/** Least time to unpack one layer. */
export const extractLeast = 20;

/** A client sends about 150 MB a second to a builder on the same machine, after a round trip. */
export const transferRate = 150_000;
/** Least time of a transfer. */
export const transferLeast = 30;

/** COPY of a few small files: 0.05 to 0.3 s in published logs; more is copied at the speed of a disk. */
export const copyLeast = 100;
/** Copying of files. */
export const copyRate = 400_000;

/** WORKDIR makes a tiny layer. */
export const mkdirCost = 50;

/** Putting layers together copies nothing where the file system can link. */
export const mergeCost = 30;

/** Reading a cached result's metadata. */
export const loadCost = 0;

/** Hashing what COPY reads, where it was not hashed before. */
export const hashRate = 500_000;

/** Exporting: 35 MB of files a second go through gzip on one core; never less than 0.1 s with new layers. */
export const compressRate = 35_000;
/** Least time of an export with new layers. */
export const exportLeast = 100;
/** Writing a manifest, a config or a name. */
export const manifestCost = 10;

/** Unpacking the image into the store where it is run from. */
export const unpackRate = 220_000;

/** A started container needs time before its first command: runc, mounts, the network. */
export const containerStart = 80;

/** Steps that run at once. BuildKit sets no limit; a small builder's cores do. */
export const workers = 4;

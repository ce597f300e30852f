/** Downloads, checksums and archives. */
import { bzip2, unzip, xz, zip, zstd } from '../archives.ts';
import { md5sum, sha1sum, sha256sum, sha512sum } from '../checksum.ts';
import { curl, wget } from '../fetch.ts';
import { gzip } from '../gzip.ts';
import { tar } from '../tar.ts';
import type { Tool } from '../tool.ts';

export const archiveTools: readonly Tool[] = [bzip2, curl, gzip, md5sum, sha1sum, sha256sum, sha512sum, tar, unzip, wget, xz, zip, zstd];

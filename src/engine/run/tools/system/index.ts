/** The distribution: package managers, certificates, git, sites, servers. */
import type { Tool } from '../tool.ts';
import { apk } from './apk.ts';
import { aptGet } from './apt.ts';
import { dnf } from './dnf.ts';
import { addRepository, aptCache, aptMark, debconf, dpkg } from './dpkg.ts';
import { git } from './git.ts';
import { hugo } from './hugo.ts';
import { gpg, ldconfig, localeGen, service, systemctl, updateCertificates } from './maintenance.ts';
import { nginx } from './nginx.ts';

export const systemTools: readonly Tool[] = [addRepository, apk, aptCache, aptGet, aptMark, debconf, dnf, dpkg, git, gpg, hugo, ldconfig, localeGen, nginx, service, systemctl, updateCertificates];

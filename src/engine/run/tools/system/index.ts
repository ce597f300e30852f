/** What belongs to no distribution alone: certificates, git, services, web servers, packages of the Red Hat family. */
import type { Tool } from '../tool.ts';
import { dnf } from './dnf.ts';
import { git } from './git.ts';
import { hugo } from './hugo.ts';
import { gpg, ldconfig, localeGen, service, systemctl, updateCertificates } from './maintenance.ts';
import { nginx } from './nginx.ts';

export const systemTools: readonly Tool[] = [dnf, git, gpg, hugo, ldconfig, localeGen, nginx, service, systemctl, updateCertificates];

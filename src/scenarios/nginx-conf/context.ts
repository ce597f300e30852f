import type { ScenarioFile } from '#engine/workspace/scenario.ts';

const main = `worker_processes auto;
error_log /dev/stderr warn;
pid /run/nginx.pid;

events {
    worker_connections 1024;
}

http {
    include mime.types;
    default_type application/octet-stream;
    sendfile on;
    include conf.d/*.conf;
}
`;

/** The site, with that many seconds of cache for its files. */
export const site = (seconds: number | string) => `server {
    listen 443 ssl;
    server_name example.com;
    root /srv/www;

    location /assets/ {
        expires ${seconds}s;
    }

    location / {
        try_files $uri $uri/ =404;
    }
}
`;

const tls = `ssl_certificate /run/secrets/site.crt;
ssl_certificate_key /run/secrets/site.key;
ssl_protocols TLSv1.2 TLSv1.3;
`;

const redirect = `server {
    listen 80;
    server_name example.com;
    return 301 https://$host$request_uri;
}
`;

const headers = `add_header X-Content-Type-Options nosniff always;
add_header Referrer-Policy strict-origin always;
`;

/** The page with that heading. */
export const page = (heading: string) => `<!doctype html>
<html lang="en">
<title>Example</title>
<link rel="stylesheet" href="/assets/site.css">
<h1>${heading}</h1>
`;

/** A certificate of nobody, with that serial number. */
export const certificate = (serial: number | string) => `-----BEGIN CERTIFICATE-----
serial ${serial}, a stand-in for a certificate of example.com
-----END CERTIFICATE-----
`;

export const context: Readonly<Record<string, ScenarioFile>> = {
  'README.md': { text: '# site\n\nCertificates are handed in when the container starts, in /run/secrets.\n' },
  'certs/site.crt': { text: certificate(1) },
  'certs/site.key': { text: '-----BEGIN PRIVATE KEY-----\na stand-in for the key of example.com\n-----END PRIVATE KEY-----\n', mode: 0o600 },
  'conf.d/00-tls.conf': { text: tls },
  'conf.d/10-redirect.conf': { text: redirect },
  'conf.d/20-site.conf': { text: site(86400) },
  'conf.d/90-headers.conf': { text: headers },
  'html/assets/logo.svg': { size: 6_200 },
  'html/assets/site.css': { size: 41_000 },
  'html/index.html': { text: page('It works') },
  'nginx.conf': { text: main },
};

/** What is handed in: the same stand-ins. */
export const secrets: Readonly<Record<string, string>> = { 'site.crt': certificate(1), 'site.key': 'a stand-in for the key of example.com\n' };

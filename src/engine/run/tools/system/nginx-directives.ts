/** Directives of nginx that settings in images use: where they may stand and what they need. From the index of directives of nginx.org. */

export interface Directive {
  /** Contexts that allow it; undefined: main, http and all below. */
  readonly in?: readonly string[];
  /** The context that its block opens; undefined where it has none. `free`: anything may stand in it. */
  readonly opens?: string;
  /** Least number of values. */
  readonly values?: number;
  /** Its value is a file that has to be there. */
  readonly file?: boolean;
}

const MAIN = ['main'];
const WEB = ['http', 'server', 'location', 'if'];
const SERVER = ['http', 'server'];

function each(names: string, directive: Directive): Record<string, Directive> {
  return Object.fromEntries(names.split(' ').map((name) => [name, directive]));
}

/** By name. */
export const CONTEXTS: Readonly<Record<string, Directive>> = {
  ...each('user worker_processes pid daemon worker_rlimit_nofile load_module env master_process pcre_jit thread_pool timer_resolution worker_priority worker_cpu_affinity worker_shutdown_timeout', { in: MAIN, values: 1 }),
  error_log: { values: 1 },
  events: { in: MAIN, opens: 'events' },
  ...each('worker_connections use multi_accept accept_mutex', { in: ['events'], values: 1 }),
  http: { in: MAIN, opens: 'http' },
  stream: { in: MAIN, opens: 'free' },
  mail: { in: MAIN, opens: 'free' },
  server: { in: ['http', 'upstream'], opens: 'server' },
  location: { in: ['server', 'location'], opens: 'location', values: 1 },
  upstream: { in: ['http'], opens: 'free', values: 1 },
  map: { in: ['http'], opens: 'free', values: 2 },
  geo: { in: ['http'], opens: 'free', values: 1 },
  split_clients: { in: ['http'], opens: 'free', values: 2 },
  types: { in: ['http', 'server', 'location'], opens: 'free' },
  if: { in: ['server', 'location'], opens: 'if', values: 1 },
  limit_except: { in: ['location'], opens: 'location', values: 1 },
  listen: { in: ['server'], values: 1 },
  server_name: { in: ['server'], values: 1 },
  ssl_certificate: { in: SERVER, values: 1, file: true },
  ssl_certificate_key: { in: SERVER, values: 1, file: true },
  ...each('ssl_protocols ssl_ciphers ssl_prefer_server_ciphers ssl_session_cache ssl_session_timeout ssl_session_tickets ssl_stapling ssl_stapling_verify ssl_trusted_certificate ssl_dhparam ssl_ecdh_curve ssl_early_data ssl_conf_command client_header_buffer_size large_client_header_buffers client_header_timeout server_names_hash_bucket_size server_names_hash_max_size variables_hash_max_size http2 http3 quic_retry ignore_invalid_headers underscores_in_headers merge_slashes', { in: SERVER, values: 1 }),
  ...each('log_format limit_req_zone limit_conn_zone proxy_cache_path fastcgi_cache_path map_hash_bucket_size map_hash_max_size types_hash_bucket_size', { in: ['http'], values: 1 }),
  try_files: { in: ['server', 'location'], values: 2 },
  alias: { in: ['location'], values: 1 },
  proxy_pass: { in: ['location', 'if'], values: 1 },
  fastcgi_pass: { in: ['location', 'if'], values: 1 },
  uwsgi_pass: { in: ['location', 'if'], values: 1 },
  grpc_pass: { in: ['location', 'if'], values: 1 },
  internal: { in: ['location'] },
  stub_status: { in: ['server', 'location'] },
  ip_hash: { in: ['upstream'] },
  break: { in: ['server', 'location', 'if'] },
  ...each('return rewrite set', { in: ['server', 'location', 'if'], values: 1 }),
  ...each(
    'root index autoindex charset charset_types default_type access_log add_header add_trailer expires etag gzip gzip_comp_level gzip_min_length gzip_proxied gzip_static gzip_types gzip_vary gzip_disable gzip_buffers gzip_http_version gunzip brotli brotli_types brotli_comp_level brotli_static sendfile sendfile_max_chunk tcp_nopush tcp_nodelay keepalive_timeout keepalive_requests keepalive_time client_max_body_size client_body_buffer_size client_body_timeout client_body_temp_path send_timeout reset_timedout_connection resolver resolver_timeout server_tokens types_hash_max_size error_page recursive_error_pages allow deny satisfy auth_basic auth_basic_user_file auth_request auth_request_set limit_req limit_req_status limit_req_log_level limit_conn limit_rate log_not_found log_subrequest open_file_cache open_file_cache_valid open_file_cache_min_uses open_file_cache_errors output_buffers port_in_redirect server_name_in_redirect absolute_redirect msie_padding directio aio sub_filter sub_filter_once sub_filter_types real_ip_header real_ip_recursive set_real_ip_from valid_referers mirror dav_methods chunked_transfer_encoding disable_symlinks ssi userid addition_types empty_gif_off add_before_body',
    { in: WEB, values: 1 },
  ),
  ...each(
    'proxy_set_header proxy_hide_header proxy_pass_header proxy_http_version proxy_buffering proxy_buffer_size proxy_buffers proxy_busy_buffers_size proxy_cache proxy_cache_bypass proxy_cache_key proxy_cache_lock proxy_cache_methods proxy_cache_min_uses proxy_cache_revalidate proxy_cache_use_stale proxy_cache_valid proxy_connect_timeout proxy_cookie_domain proxy_cookie_path proxy_ignore_headers proxy_intercept_errors proxy_max_temp_file_size proxy_next_upstream proxy_next_upstream_tries proxy_no_cache proxy_read_timeout proxy_redirect proxy_request_buffering proxy_send_timeout proxy_ssl_name proxy_ssl_server_name proxy_ssl_verify proxy_temp_path proxy_headers_hash_max_size proxy_headers_hash_bucket_size fastcgi_param fastcgi_index fastcgi_split_path_info fastcgi_buffers fastcgi_buffer_size fastcgi_read_timeout fastcgi_send_timeout fastcgi_connect_timeout fastcgi_intercept_errors fastcgi_hide_header fastcgi_cache fastcgi_cache_key fastcgi_cache_valid fastcgi_temp_path uwsgi_param uwsgi_read_timeout uwsgi_temp_path scgi_temp_path grpc_set_header grpc_read_timeout',
    { in: WEB, values: 1 },
  ),
};

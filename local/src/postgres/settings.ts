/** One machine, read models that can be made again, little memory; but what is committed is kept. */
const settings: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '40',
  // Each connection comes to hold all of it; what is read again is in the system's cache.
  shared_buffers: '12MB',
  wal_buffers: '2MB',
  maintenance_work_mem: '32MB',
  jit: 'off',
  io_method: 'sync',
  max_worker_processes: '0',
  max_parallel_workers: '0',
  max_parallel_workers_per_gather: '0',
  max_logical_replication_workers: '0',
  autovacuum_max_workers: '1',
  autovacuum_worker_slots: '1',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '256MB',
  min_wal_size: '64MB',
  random_page_cost: '1.1',
  log_timezone: 'UTC',
  timezone: 'UTC',
};

export const settingFlags = (socketFolder: string): string[] =>
  Object.entries({ ...settings, unix_socket_directories: socketFolder }).flatMap(
    ([name, value]) => ['-c', `${name}=${value}`],
  );

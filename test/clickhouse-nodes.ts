/** The path of Debian's clickhouse-server -> two nodes on loopback with a cluster over them, and their end. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Nodes {
  /** As INCIDENTS_URL takes it. */
  urls: string;
  /** Stops one node for good. */
  stop(node: number): Promise<void>;
  close(): Promise<void>;
}

const START_MS = 60_000;

export async function startNodes(binary: string): Promise<Nodes> {
  const folder = mkdtempSync(join(tmpdir(), "readout-clickhouse-"));
  const ports = await freePorts(6);
  const tcp = [ports[0]!, ports[1]!];
  const children = [0, 1].map((node) =>
    startNode(binary, join(folder, `node${node}`), {
      http: ports[2 + node]!,
      tcp: tcp[node]!,
      interserver: ports[4 + node]!,
      shards: tcp,
    }),
  );
  const urls = [0, 1].map((node) => `http://127.0.0.1:${ports[2 + node]}/?cluster=two`);
  try {
    for (const url of urls) await answers(url);
  } catch (error) {
    for (const child of children) await stop(child);
    throw error;
  }
  return {
    urls: urls.join(","),
    stop: (node) => stop(children[node]!),
    close: async () => {
      for (const child of children) await stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Ports {
  http: number;
  tcp: number;
  interserver: number;
  shards: number[];
}

function startNode(binary: string, folder: string, ports: Ports): ChildProcess {
  mkdirSync(join(folder, "data"), { recursive: true });
  writeFileSync(join(folder, "config.xml"), configOf(folder, ports));
  writeFileSync(join(folder, "users.xml"), USERS);
  return spawn(binary, [`--config-file=${join(folder, "config.xml")}`], { cwd: folder, stdio: "ignore" });
}

function configOf(folder: string, { http, tcp, interserver, shards }: Ports): string {
  const shard = (port: number) => `<shard><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`;
  return `<yandex>
<logger><level>error</level><log>${folder}/server.log</log><errorlog>${folder}/error.log</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${tcp}</tcp_port><interserver_http_port>${interserver}</interserver_http_port>
<listen_host>127.0.0.1</listen_host><path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
<users_config>${folder}/users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>134217728</mark_cache_size><max_concurrent_queries>20</max_concurrent_queries>
<remote_servers><two>${shards.map(shard).join("")}</two></remote_servers>
</yandex>`;
}

const USERS = `<yandex><profiles><default><max_memory_usage>1000000000</max_memory_usage></default></profiles>
<users><default><password></password><networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users>
<quotas><default></default></quotas></yandex>`;

async function answers(url: string): Promise<void> {
  const until = Date.now() + START_MS;
  const ping = new URL("/ping", url);
  while (Date.now() < until) {
    const answer = await fetch(ping).catch(() => null);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`ClickHouse does not answer on ${ping.host} after ${START_MS} ms.`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once("exit", done));
  child.kill("SIGKILL");
  await ended;
}

/** Ports that were free a moment ago. */
async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as { port: number }).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

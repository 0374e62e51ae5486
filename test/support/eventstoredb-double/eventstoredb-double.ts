import { type Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import gossipGrpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import featuresGrpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type Commit, handleAppend, handleBatchAppend } from './append-calls.js';
import { EventLog } from './event-log.js';
import { answerRead, type ReadCall } from './read-calls.js';
import { Wire } from './wire.js';

const SERVICE = 'event_store.client.streams.streams';

/**
 * What befalls an append. A real server gives the last two answers while it elects a leader, and to a repeated append whose
 * first try is not yet replicated.
 */
type AppendFault = 'cut before commit' | 'cut after commit' | 'not ready' | 'commit timeout';

const ERROR_ANSWERS = {
  'not ready': { kind: 'error', code: status.UNKNOWN, details: 'Server Is Not Ready' },
  'commit timeout': { kind: 'error', code: status.ABORTED, details: 'Operation timed out: Commit phase timeout.' },
} as const;

/** EventStoreDB in this process: the gRPC calls that the client makes, over real sockets, with faults on demand. */
export class EventStoreDbDouble {
  /** Every append that reached the server, also those that were cut. */
  appendCalls = 0;
  readCalls = 0;
  /** Events that were handed to the network, by reads and subscriptions. */
  eventsSent = 0;
  /** How long the server is busy before each checkpoint of a subscription. */
  checkpointDelayMs = 0;
  /** What this node says of its cluster. */
  leader: EventStoreDbDouble = this;
  private readonly reads = new Set<ReadCall>();
  private faults: AppendFault[] = [];

  /** Of the user `admin`, where one is needed; an operator may change it at any time. */
  password: string | undefined;

  private constructor(
    private readonly server: Server,
    readonly wire: Wire,
    readonly log: EventLog,
    private readonly isSecure: boolean,
  ) {}

  /** A running server. Its log is empty but for a system event, as that of a real one; or it is shared with another node. */
  static async start(log?: EventLog, tls?: { readonly key: Buffer; readonly certificate: Buffer }): Promise<EventStoreDbDouble> {
    const server = new Server({ 'grpc.max_receive_message_length': 17 * 1024 * 1024 });
    const port = await new Promise<number>((resolve, reject) => {
      const credentials = tls
        ? ServerCredentials.createSsl(null, [{ private_key: tls.key, cert_chain: tls.certificate }])
        : ServerCredentials.createInsecure();
      server.bindAsync('127.0.0.1:0', credentials, (error, bound) => {
        if (error) reject(error);
        else resolve(bound);
      });
    });
    const double = new EventStoreDbDouble(server, new Wire(port), log ?? new EventLog(), tls !== undefined);
    double.serve();
    await double.wire.up();
    if (!log) double.appendAsOthers('$epoch-information', '$EpochInformation', '{}');
    return double;
  }

  get url(): string {
    return `esdb://127.0.0.1:${String(this.wire.port)}?tls=${String(this.isSecure)}`;
  }

  /** The next appends meet these, one each. */
  failNextAppends(...faults: AppendFault[]): void {
    this.faults.push(...faults);
  }

  /** Ends the subscriptions and reads that are open as if they were finished. */
  endReads(): void {
    for (const call of this.reads) call.end();
  }

  /** The calls that are open at the server. */
  get openReads(): number {
    return this.reads.size;
  }

  /** What another program or the server itself writes into the same log, as it is. */
  appendAsOthers(stream: string, type: string, data: string, metadata = ''): void {
    const event = {
      id: crypto.randomUUID(),
      type,
      contentType: 'application/json',
      data: Buffer.from(data),
      metadata: Buffer.from(metadata),
    };
    this.log.append(stream, [event], 'any');
  }

  /** Sets a stream's settings, as its operators can. */
  set(stream: string, settings: object): void {
    this.appendAsOthers(`$$${stream}`, '$metadata', JSON.stringify(settings));
  }

  async stop(): Promise<void> {
    await this.wire.down();
    this.server.forceShutdown();
  }

  private serve(): void {
    this.server.addService(featuresGrpc.ServerFeaturesService, {
      getSupportedMethods: (_call: unknown, answer: (error: null, methods: unknown) => void) => {
        answer(null, supportedMethods());
      },
    });
    this.server.addService(gossipGrpc.GossipService, {
      read: (_call: unknown, answer: (error: null, cluster: unknown) => void) => {
        answer(null, clusterLedBy(this.leader.wire.port));
      },
    });
    this.server.addService(streamsGrpc.StreamsService, {
      read: (call: ReadCall) => void this.read(call),
      append: handleAppend(this.log, this.commit),
      batchAppend: (call: Parameters<ReturnType<typeof handleBatchAppend>>[0]) => {
        if (this.lets(call)) handleBatchAppend(this.log, this.commit)(call);
      },
    });
  }

  /** Whether a call brings the password; else it is refused. */
  private lets(call: { readonly metadata: Metadata; emit(event: 'error', error: object): unknown }): boolean {
    const wanted = `Basic ${Buffer.from(`admin:${this.password ?? ''}`).toString('base64')}`;
    if (this.password === undefined || call.metadata.get('authorization')[0] === wanted) return true;
    call.emit('error', { code: status.UNAUTHENTICATED, details: 'Unauthenticated' });
    return false;
  }

  private async read(call: ReadCall): Promise<void> {
    if (!this.lets(call)) return;
    this.readCalls += 1;
    this.reads.add(call);
    await answerRead(call, this.log, this);
    this.reads.delete(call);
  }

  private readonly commit: Commit = (append) => {
    this.appendCalls += 1;
    const fault = this.faults.shift();
    if (fault === undefined) return append();
    if (fault === 'not ready') return ERROR_ANSWERS[fault];
    if (fault !== 'cut before commit') append();
    if (fault === 'commit timeout') return ERROR_ANSWERS[fault];
    this.wire.cut();
    return undefined;
  };
}

function clusterLedBy(port: number) {
  const leader = new gossip.MemberInfo()
    .setInstanceId(new shared.UUID().setString(crypto.randomUUID()))
    .setState(gossip.MemberInfo.VNodeState.LEADER)
    .setIsAlive(true)
    .setHttpEndPoint(new gossip.EndPoint().setAddress('127.0.0.1').setPort(port));
  return new gossip.ClusterInfo().setMembersList([leader]);
}

function supportedMethods() {
  const methods = new features.SupportedMethods().setEventStoreServerVersion('24.2.0.0');
  for (const name of ['batchappend', 'read', 'append']) {
    methods.addMethods(new features.SupportedMethod().setServiceName(SERVICE).setMethodName(name));
  }
  return methods;
}

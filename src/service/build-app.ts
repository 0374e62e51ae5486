import compress from '@fastify/compress';
import rateLimit from '@fastify/rate-limit';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { addCallers } from '../access/callers.js';
import { addGate } from '../access/gate.js';
import { needOf } from '../access/need-of-route.js';
import { AppModule, type Resources } from '../app.module.js';
import type { Config } from '../config.js';
import { addBodyDeadline } from '../http/body-deadline.js';
import { addBodyParsers } from '../http/body-parsers.js';
import { watchClients } from '../http/client-gone.js';
import { addVaryOfPacked, addUnpackedRoutes, COMPRESSION } from '../http/compression.js';
import { addConnectionLimit } from '../http/connection-limit.js';
import { withoutCsv } from '../http/csv-asked.js';
import { addCors } from '../http/cors.js';
import { addHeadFaults } from '../http/head-faults.js';
import { addLiveStreams } from '../http/live-streams.js';
import { openApiOf } from '../http/openapi/document.js';
import { problemOf, sendProblem } from '../http/problem-filter.js';
import { addPublicUrl } from '../http/public-url.js';
import { RecentAnswers } from '../http/recent-answers.js';
import { addRequestId, requestIdOf } from '../http/request-id.js';
import { addRequestLimits } from '../http/request-limits.js';
import { pathOf } from '../http/request-path.js';
import { addRequestsTold } from '../http/requests-told.js';
import { addSecurityHeaders } from '../http/security-headers.js';
import { addRecentAnswers } from '../http/send-answer.js';
import { addServedRoutes } from '../http/served-routes.js';
import { answerUnreadable, rememberAnswers } from '../http/unreadable-request.js';
import { Readiness } from '../operations/health.controller.js';
import { addReadGate } from '../operations/read-gate.js';
import type { Access } from './open-access.js';
import { requestLine } from './tell-requests.js';
import { addRequestSpans, RequestSpans } from './tracing/request-spans.js';

const MAX_PARAM_LENGTH = 500;
const REMEMBERED_ADDRESSES = 50_000;

/** Builds the application: the edge in the order in which a request passes it, then the routes. */
export async function buildApp(resources: Resources, config: Config, { recognise }: Access): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    forceCloseConnections: true,
    // Node's own refusal of a missing Host would not be a problem as others are.
    http: { requireHostHeader: false },
    ...(config.reach.trustedProxies.length > 0 && { trustProxy: [...config.reach.trustedProxies] }),
    genReqId: requestIdOf,
    rewriteUrl: ({ url = '/' }) => withoutCsv(pathOf(url)),
    routerOptions: { maxParamLength: MAX_PARAM_LENGTH },
    frameworkErrors: (error: Error, _request: unknown, reply: FastifyReply) => {
      sendProblem(reply, problemOf(error));
    },
    clientErrorHandler: answerUnreadable,
  });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(resources), adapter, {
    bodyParser: false,
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  await app.register(rateLimit, { global: false, cache: REMEMBERED_ADDRESSES });
  addUnpackedRoutes(fastify);
  await app.register(compress, COMPRESSION);
  addVaryOfPacked(fastify);
  const tell = requestLine();
  const { metrics, openRequests, spans } = resources;
  addRequestsTold(fastify, {
    begun: () => {
      openRequests.begun();
    },
    ended: (request) => {
      openRequests.ended();
      tell(request);
      metrics.request(request);
    },
  });
  if (spans instanceof RequestSpans) addRequestSpans(fastify, spans);
  openRequests.refuseOnceStopping(fastify);
  addPublicUrl(fastify, config.reach);
  addRequestId(fastify);
  addSecurityHeaders(fastify, config.reach.publicUrl);
  rememberAnswers(fastify);
  addConnectionLimit(fastify, config.limits.connections);
  addHeadFaults(fastify);
  addCors(fastify, config.corsOrigins);
  watchClients(fastify);
  addBodyDeadline(fastify, resources.patience.bodyMs);
  addCallers(fastify, recognise, config);
  addRequestLimits(fastify, config.limits.requests);
  addGate(fastify, config);
  addLiveStreams(fastify, resources.liveStreams);
  addServedRoutes(fastify);
  addReadGate(fastify, app.get(Readiness));
  addRecentAnswers(fastify, app.get(RecentAnswers), resources.watchdog);
  addBodyParsers(fastify);
  SwaggerModule.setup('docs', app, () => openApiOf(app, { publicUrl: config.reach.publicUrl, need: needOf(config) }), {
    jsonDocumentUrl: 'openapi.json',
    customSiteTitle: 'Negotiation tracker: API',
  });
  await app.init();
  return app;
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { originOf } from '../http/public-url.js';
import { Answers } from '../http/openapi/answers.decorator.js';
import { FromSender, type Sender } from '../http/sender.js';
import { Webhooks } from './webhooks.js';
import {
  deliveriesAnswer,
  type DeliveriesView,
  madeWebhookAnswer,
  type MadeWebhookView,
  webhookAnswer,
  webhooksAnswer,
  type WebhookView,
} from './webhooks.answers.js';
import { type SecretRotationBody, secretRotationSchema, type WebhookBody, webhookSchema } from './webhooks.schemas.js';

const SECONDS_PER_HOUR = 3_600;

/** The webhooks of a negotiation: who is told of what is recorded, and how that went. */
@ApiTags('webhooks')
@Controller('v1/admin/negotiations/:n/webhooks')
export class WebhooksController {
  constructor(private readonly webhooks: Webhooks) {}

  @Get()
  @ApiOperation({ operationId: 'listWebhooks', summary: 'The webhooks of a negotiation, and how far each has come' })
  @Answers({ 200: webhooksAnswer }, 'position-not-reached')
  async list(@Param('n') n: string): Promise<{ readonly items: readonly WebhookView[] }> {
    return { items: await this.webhooks.list(n) };
  }

  @Post()
  @ApiOperation({
    operationId: 'registerWebhook',
    summary: 'Have each change posted to a URL; the secret that signs is told this once',
    description:
      'Each change is one POST of a CloudEvent (structured JSON), signed as Standard Webhooks say, in the order in which it is recorded. One that is not taken ' +
      '(2xx within 15 s) is sent again, less and less often, and all behind it wait. A receiver that sees a `webhook-id` again has got it before.',
  })
  @Answers({ 201: madeWebhookAnswer }, 'position-not-reached')
  async register(
    @Param('n') n: string,
    @Body({ schema: webhookSchema }) body: WebhookBody,
    @FromSender() { postedBy }: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeWebhookView> {
    const made = await this.webhooks.register(n, body, postedBy);
    const location = `${originOf(reply.request)}/v1/admin/negotiations/${n}/webhooks/${made.id}`;
    void reply.header('location', location).header('cache-control', 'no-store');
    return made;
  }

  @Get(':w')
  @ApiOperation({ operationId: 'getWebhook', summary: 'One webhook' })
  @Answers({ 200: webhookAnswer })
  async one(@Param('n') n: string, @Param('w') id: string): Promise<WebhookView> {
    return this.webhooks.one(n, id);
  }

  @Get(':w/deliveries')
  @ApiOperation({ operationId: 'listDeliveries', summary: 'The last hundred changes that the receiver took, newest first' })
  @Answers({ 200: deliveriesAnswer })
  async deliveries(@Param('n') n: string, @Param('w') id: string): Promise<DeliveriesView> {
    return this.webhooks.deliveries(n, id);
  }

  @Post(':w/secret')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rotateWebhookSecret', summary: 'Another secret, told this once; the one before it signs too for a while' })
  @Answers({ 200: madeWebhookAnswer })
  async rotate(
    @Param('n') n: string,
    @Param('w') id: string,
    @Body({ schema: secretRotationSchema }) { overlapHours }: SecretRotationBody,
    @FromSender() { postedBy }: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeWebhookView> {
    void reply.header('cache-control', 'no-store');
    return this.webhooks.rotate(n, id, SECONDS_PER_HOUR * overlapHours, postedBy);
  }

  @Delete(':w')
  @HttpCode(204)
  @ApiOperation({ operationId: 'removeWebhook', summary: 'Send it nothing more' })
  @Answers({ 204: { description: 'Nothing more is sent' } })
  async remove(@Param('n') n: string, @Param('w') id: string, @FromSender() { postedBy }: Sender): Promise<void> {
    await this.webhooks.remove(n, id, postedBy);
  }
}

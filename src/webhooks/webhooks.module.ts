import { Module } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { Webhooks } from './webhooks.js';
import { WebhooksController } from './webhooks.controller.js';

/** Tells other programs of changes. */
@Module({ imports: [CqrsModule], controllers: [WebhooksController], providers: [Webhooks] })
export class WebhooksModule {}

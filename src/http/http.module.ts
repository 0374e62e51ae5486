import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { NoStrayQuery } from './no-stray-query.guard.js';

/** The edge: what every slice on both sides uses. */
@Module({ providers: [{ provide: APP_GUARD, useClass: NoStrayQuery }] })
export class HttpModule {}

import { Controller, Get, Header } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Registry } from 'prom-client';
import { Metrics } from './metrics.js';
import { z } from 'zod';
import { Answers } from '../../http/openapi/answers.decorator.js';

/** Figures for Prometheus. */
@ApiTags('health')
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @Header('content-type', Registry.PROMETHEUS_CONTENT_TYPE)
  @Header('cache-control', 'no-store')
  @ApiOperation({ operationId: 'getMetrics', summary: 'What this process counts, in the text format of Prometheus' })
  @Answers({ 200: { text: z.string() } })
  async read(): Promise<string> {
    return this.metrics.registry.metrics();
  }
}

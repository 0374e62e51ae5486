import 'reflect-metadata';
import { Controller, Get, Header, HttpCode, Module, Param } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';

const texts = new Map<string, string>();

@Controller()
class StaticController {
  @Get('health/ready')
  ready(): object {
    return { status: 'ready' };
  }

  /** An answer of a size, made once. */
  @Get('static/:bytes')
  @Header('content-type', 'application/json; charset=utf-8')
  text(@Param('bytes') bytes: string): string {
    const text = texts.get(bytes) ?? JSON.stringify({ text: 'x'.repeat(Math.max(0, Number(bytes) - '{"text":""}'.length)) });
    texts.set(bytes, text);
    return text;
  }

  @Get('unchanged')
  @HttpCode(304)
  unchanged(): string {
    return '';
  }
}

@Module({ controllers: [StaticController] })
class StaticModule {}

const app = await NestFactory.create<NestFastifyApplication>(StaticModule, new FastifyAdapter(), { logger: ['error'] });
await app.listen(Number(process.env.PORT), process.env.HOST ?? '127.0.0.1');

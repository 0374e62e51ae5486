import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../vocabulary/refusal.js';
import { assetAt } from './assets.js';

/** The style sheet and the script of the pages: their addresses change with their content, so they are kept for ever. */
@ApiExcludeController()
@Controller('assets')
export class AssetsController {
  @Get(':file')
  file(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): string {
    const asset = assetAt(request.url);
    if (asset === undefined) throw new Refusal('not-found', 'There is no such file here.');
    void reply.headers({
      'content-type': asset.type,
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    });
    return asset.content;
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Keys, type ListedKey, type MadeKey } from '../../access/keys.js';
import { originOf } from '../../http/public-url.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { keyAnswer, keysAnswer, madeKeyAnswer } from './keys.answers.js';
import { type KeyBody, keySchema, type RotationBody, rotationSchema } from './keys.schemas.js';
import { Answers } from '../../http/openapi/answers.decorator.js';

const SECONDS_PER_HOUR = 3_600;

/** The keys of the admin API: made, renewed and taken away. The text of one is told when it is made, and never again. */
@ApiTags('keys')
@Controller('v1/admin/keys')
export class KeysController {
  constructor(private readonly keys: Keys) {}

  @Get()
  @ApiOperation({ operationId: 'listKeys', summary: 'All keys with their roles and last uses, revoked ones too' })
  @Answers({ 200: keysAnswer })
  list(): { readonly items: readonly ListedKey[] } {
    return { items: this.keys.list() };
  }

  @Get(':name')
  @ApiOperation({ operationId: 'getKey', summary: 'One key' })
  @Answers({ 200: keyAnswer })
  one(@Param('name') name: string): ListedKey {
    return this.keys.one(name);
  }

  @Post()
  @ApiOperation({ operationId: 'makeKey', summary: 'Make a key; its text is told this once' })
  @Answers({ 201: madeKeyAnswer }, 'id-in-use')
  async make(
    @Body({ schema: keySchema }) wish: KeyBody,
    @FromSender() { postedBy }: Sender,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeKey> {
    const made = await this.keys.make(wish, postedBy);
    void reply.header('location', `${originOf(reply.request)}/v1/admin/keys/${made.name}`).header('cache-control', 'no-store');
    return made;
  }

  @Post(':name/rotation')
  @HttpCode(200)
  @ApiOperation({ operationId: 'rotateKey', summary: 'Give a key another text, told this once; the one before it is taken for a while' })
  @Answers({ 200: madeKeyAnswer }, 'in-use', 'key-revoked')
  async rotate(
    @Param('name') name: string,
    @Body({ schema: rotationSchema }) { overlapHours }: RotationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeKey> {
    void reply.header('cache-control', 'no-store');
    return this.keys.rotate(name, SECONDS_PER_HOUR * overlapHours);
  }

  @Delete(':name')
  @ApiOperation({ operationId: 'revokeKey', summary: 'Revoke a key: from now on it is not taken; its name stays' })
  @Answers({ 200: keyAnswer }, 'in-use')
  async revoke(@Param('name') name: string): Promise<ListedKey> {
    return this.keys.revoke(name);
  }
}

import { Body, Controller, Delete, Get, HttpCode, Param, Post, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Keys, type ListedKey, type MadeKey } from '../../access/keys.js';
import { originOf } from '../../http/public-url.js';
import { FromSender, type Sender } from '../../http/sender.js';
import { KEY_ANSWER, KEYS_ANSWER, MADE_KEY_ANSWER } from './keys.answers.js';
import { type KeyBody, keySchema, type RotationBody, rotationSchema } from './keys.schemas.js';

const SECONDS_PER_HOUR = 3_600;

@ApiTags('keys')
@ApiBearerAuth()
@Controller('v1/admin/keys')
export class KeysController {
  constructor(private readonly keys: Keys) {}

  @Get()
  @ApiOperation({ summary: 'All keys with their roles and last uses, revoked ones too' })
  @ApiOkResponse(KEYS_ANSWER)
  list(): { readonly items: readonly ListedKey[] } {
    return { items: this.keys.list() };
  }

  @Get(':name')
  @ApiOperation({ summary: 'One key' })
  @ApiOkResponse(KEY_ANSWER)
  one(@Param('name') name: string): ListedKey {
    return this.keys.one(name);
  }

  @Post()
  @ApiOperation({ summary: 'Make a key; its text is told this once' })
  @ApiCreatedResponse(MADE_KEY_ANSWER)
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
  @ApiOperation({ summary: 'Give a key another text, told this once; the one before it is taken for a while' })
  @ApiOkResponse(MADE_KEY_ANSWER)
  async rotate(
    @Param('name') name: string,
    @Body({ schema: rotationSchema }) { overlapHours }: RotationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<MadeKey> {
    void reply.header('cache-control', 'no-store');
    return this.keys.rotate(name, SECONDS_PER_HOUR * overlapHours);
  }

  @Delete(':name')
  @ApiOperation({ summary: 'Revoke a key: from now on it is not taken; its name stays' })
  @ApiOkResponse(KEY_ANSWER)
  async revoke(@Param('name') name: string): Promise<ListedKey> {
    return this.keys.revoke(name);
  }
}

import { Controller, Get } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Answers } from '../http/openapi/answers.decorator.js';
import { PROJECTION_VERSION, SHAPE } from '../read-model/tables/definition.js';
import { Program } from '../ports/program.js';

const versionAnswer = z
  .object({
    name: z.string(),
    version: z.string(),
    commit: z.string().nullable().describe('Of git; null where it is not known'),
    node: z.string().describe('The version of Node.js'),
    readModel: z.object({ tables: z.string(), projections: z.int() }).describe('A read model of other versions is built anew from the log'),
  })
  .meta({ id: 'Version' });

/** Which version of the program answers. */
@ApiTags('health')
@Controller('version')
export class VersionController {
  constructor(private readonly program: Program) {}

  @Get()
  @ApiOperation({ operationId: 'getVersion', summary: 'Which version of the program answers' })
  @Answers({ 200: versionAnswer })
  version(): z.output<typeof versionAnswer> {
    const { name, version, commit } = this.program;
    return { name, version, commit, node: process.versions.node, readModel: { tables: SHAPE, projections: PROJECTION_VERSION } };
  }
}

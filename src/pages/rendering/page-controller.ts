import { applyDecorators, Controller, UseFilters, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { PageFilter } from './page.filter.js';
import { PageInterceptor } from './page.interceptor.js';

/** A controller whose methods answer with a page: faults are pages too, and the form of the time bar is led to where it leads. */
export function PageController(path = ''): ClassDecorator {
  return applyDecorators(ApiExcludeController(), UseInterceptors(PageInterceptor), UseFilters(PageFilter), Controller(path));
}

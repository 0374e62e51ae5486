import { pathOf } from '../../../src/http/request-path.js';

it.each([
  ['/v1/negotiations/', '/v1/negotiations'],
  ['/v1/negotiations/?limit=1', '/v1/negotiations?limit=1'],
  ['/v1/negotiations?cursor=a/', '/v1/negotiations?cursor=a/'],
  ['/v1/negotiations?cursor=a/?b', '/v1/negotiations?cursor=a/?b'],
  ['/', '/'],
  ['/?lang=de', '/?lang=de'],
  ['//', '//'],
  ['http://proxied/v1/', '/v1'],
  ['*', '*'],
])('%s is %s', (url, path) => {
  expect(pathOf(url)).toBe(path);
});

import { webModuleBuild } from '@mainstay/web-kit/web-module-build';

export default webModuleBuild(import.meta.dirname);

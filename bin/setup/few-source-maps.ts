import { setSourceMapsSupport } from 'node:module';
import { isMainThread } from 'node:worker_threads';

// Before all else that is loaded: Node would keep the map of every module in memory, 80 MB of them. The front keeps those of
// our own files, which are small; for what was built the log reads the one it needs when there is an error to tell of.
if (process.env.NODE_ENV === 'production') setSourceMapsSupport(isMainThread, { nodeModules: false, generatedCode: false });

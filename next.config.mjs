/**
 * JavaScript, so that the running server needs no compiler for it (24 MB of memory).
 * @type {import('next').NextConfig}
 */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  // One name for one source, so that a page of one machine finds its files on every other.
  generateBuildId: () => process.env.BULB_BUILD ?? null,
  // The server in bin/serve compresses; doing it here as well would hide the HTML it has to hash.
  compress: false,
  reactStrictMode: true,
  // Pages come whole out of a cache: their titles and descriptions stand in the head, not where a stream had got to.
  htmlLimitedBots: /.*/,
  // Pictures are made once, when they are put in, and taken back at once: no second kitchen and no second store beside that.
  images: { unoptimized: true },
  // What is kept is kept in front, once.
  cacheMaxMemorySize: 0,
  // Types and lint are steps of their own in `npm test`.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg-boss', 'pino', 'pino-pretty', 'sharp', 'nodemailer', 'smtp-server', 'mailparser'],
  experimental: {
    serverActions: { bodySizeLimit: '2mb' },
    // The pages that are read are warmed up by name; the others need no memory before somebody asks for them.
    preloadEntriesOnStart: false,
  },
};

export default config;

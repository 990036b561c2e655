#!/usr/bin/env node
/** The command. Everything that takes time to load waits until a command needs it. */
import { nodeHost } from './host.js';
import { run } from './program.js';

process.exitCode = await run(process.argv.slice(2), nodeHost());

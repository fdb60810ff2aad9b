import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type PreviewOptions, type RunningPreview, startPreview } from '../../src/preview/preview-server.ts';
import type { PreviewRendering } from '../../src/preview/preview-source.ts';
import { FakeSource } from './fake-source.ts';
import { assets } from './samples.ts';

/** A preview of a folder of its own, whose issues a test saves. */
export class PreviewBench {
  readonly folder = mkdtempSync(join(tmpdir(), 'penny-preview-'));
  readonly source = new FakeSource();
  #preview: RunningPreview | undefined;
  #saves = 0;

  /** Starts the preview, and returns the address of its list of issues. */
  async start(options: Partial<PreviewOptions> = {}): Promise<string> {
    const { source } = this;
    this.#preview = await startPreview({ source, watched: [this.folder], port: 0, assets, ...options });
    return new URL('/', this.#preview.url).href;
  }

  /** An author saves a file, from which this is rendered. */
  save(slug: string, rendering: PreviewRendering | Error): void {
    this.source.set(slug, rendering);
    writeFileSync(join(this.folder, `${slug}.md`), `saved ${++this.#saves} times`);
  }

  async stop(): Promise<void> {
    await this.#preview?.close();
    this.#preview = undefined;
  }

  async clear(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true });
  }
}

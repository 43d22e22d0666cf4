import { parentPort } from 'node:worker_threads'
import { extractPdf } from './adapters/pdf-extract.ts'

// A thread of its own for the text of PDFs: see adapters/pdf-text.ts.
parentPort?.on('message', (bytes: Uint8Array) => {
  extractPdf(bytes).then(
    (read) => parentPort?.postMessage(read),
    () => parentPort?.postMessage(undefined),
  )
})

import type { CheckAnswers, CheckMessage, CheckRequest } from './check-messages.ts';
import { FileCheck } from './file-check.ts';

/** The part of a worker's own scope that is used here. */
interface Scope {
  onmessage: ((event: MessageEvent<CheckRequest>) => void) | null;
  postMessage(message: CheckMessage): void;
}

const scope = globalThis as unknown as Scope;

let check: FileCheck | null = null;

scope.onmessage = ({ data }) => {
  answer(data)
    .then((found) => scope.postMessage({ kind: 'answer', id: data.id, answer: found }))
    .catch((error: Error) => scope.postMessage({ kind: 'failure', id: data.id, message: error.message }));
};

async function answer(request: CheckRequest): Promise<CheckAnswers[keyof CheckAnswers]> {
  if (request.ask === 'check') {
    check = await FileCheck.of(request.files, (label, share) => scope.postMessage({ kind: 'progress', label, share }));
    return check.summary();
  }
  if (!check) throw new Error('No files were checked yet. Choose them again.');
  switch (request.ask) {
    case 'child':
      return check.ofChild(request.child);
    case 'change':
      return check.change(request.child, request);
    case 'out':
      if (request.what === 'table') return check.csv(request.table);
      return request.what === 'xml' ? check.xml() : check.faultsCsv();
  }
}

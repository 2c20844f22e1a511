export * from './office.ts';
export * from './pdf.ts';
export * from './pictures.ts';
export * from './text.ts';

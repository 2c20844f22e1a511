import { SaxesParser } from 'saxes';
import { failed, ReadFailure, refused } from './failure.ts';
import { LIMITS } from './limits.ts';

export interface XmlHandler {
  /** Local name without prefix; attributes by local name. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Streams an Office XML part into a handler. A DOCTYPE is refused: Office never writes one, and it is the door of
 * entity expansion and external entities. Depth and number of nodes are bounded.
 */
export function parseXml(xml: string, handler: XmlHandler): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  let nodes = 0;
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw refused(
      'Tệp có khai báo DOCTYPE, điều tệp Word và Excel thật không có; tệp không được đọc vì lý do an toàn.',
    );
  });
  parser.on('opentag', (tag) => {
    if (++depth > LIMITS.xmlDepth || ++nodes > LIMITS.xmlNodes) {
      throw refused(
        'Cấu trúc bên trong tệp lồng nhau quá sâu hoặc quá lớn; hãy mở bằng Word hoặc Excel rồi lưu lại.',
      );
    }
    const attributes: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(tag.attributes)) attributes[local(key)] = value as string;
    handler.open(local(tag.name), attributes);
  });
  parser.on('closetag', (tag) => {
    depth--;
    handler.close(local(tag.name));
  });
  parser.on('text', (text) => handler.text(text));
  parser.on('cdata', (text) => handler.text(text));
  parser.on('error', (error) => {
    throw failed(
      'Nội dung bên trong tệp bị hỏng (XML sai cú pháp); hãy mở bằng Word hoặc Excel rồi lưu lại.',
      error,
    );
  });
  try {
    parser.write(xml).close();
  } catch (error) {
    if (error instanceof ReadFailure) throw error;
    throw failed('Nội dung bên trong tệp bị hỏng; hãy mở bằng Word hoặc Excel rồi lưu lại.', error);
  }
}

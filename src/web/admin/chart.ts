import { html } from 'hono/html';
import { formatNumber } from '../text.ts';
import type { Html } from '../view/layout.ts';

export interface Series {
  readonly name: string;
  /** CSS class that gives the colour. */
  readonly tone: string;
  readonly values: readonly number[];
}

const WIDTH = 720;
const HEIGHT = 150;
const FOOT = 24;

/** Stacked bars, one a label, with a table of the same numbers for who cannot or would not read the picture. */
export function stackedBars(title: string, labels: readonly string[], series: readonly Series[]): Html {
  const totals = labels.map((_, i) => series.reduce((sum, s) => sum + (s.values[i] ?? 0), 0));
  const top = Math.max(1, ...totals);
  const step = WIDTH / Math.max(1, labels.length);
  const scale = (HEIGHT - FOOT) / top;
  const bars = labels.map((_, i) => {
    let y = HEIGHT - FOOT;
    return series.map((s) => {
      const height = (s.values[i] ?? 0) * scale;
      y -= height;
      return height === 0
        ? ''
        : html`<rect class="${s.tone}" x="${(i * step + step * 0.12).toFixed(1)}" y="${y.toFixed(1)}" width="${(step * 0.76).toFixed(1)}" height="${height.toFixed(1)}"></rect>`;
    });
  });
  const every = Math.ceil(labels.length / 8);
  const marks = labels.map((label, i) =>
    i % every === 0
      ? html`<text x="${(i === 0 ? 0 : (i + 0.5) * step).toFixed(1)}" y="${HEIGHT - 5}" text-anchor="${i === 0 ? 'start' : 'middle'}">${label}</text>`
      : '',
  );
  return html`<figure class="chart card"><figcaption>${title}</figcaption>
<ul class="legend">${series.map((s) => html`<li><span class="key ${s.tone}-bg"></span>${s.name}</li>`)}</ul>
<div class="scroll" tabindex="0" role="region" aria-label="${title}: biểu đồ"><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}: biểu đồ cột, số liệu ở bảng bên dưới">
<line class="axis" x1="0" x2="${WIDTH}" y1="${HEIGHT - FOOT}" y2="${HEIGHT - FOOT}"></line>
<text class="axis-top" x="2" y="${HEIGHT * 0.1}">${formatNumber(top)}</text>${bars}${marks}</svg></div>
<details><summary>Xem số liệu</summary><div class="scroll" tabindex="0" role="region" aria-label="${title}: số liệu"><table class="plain"><thead><tr><th scope="col">Ngày</th>${series.map((s) => html`<th scope="col" class="num">${s.name}</th>`)}<th scope="col" class="num">Tổng</th></tr></thead>
<tbody>${labels.map(
    (label, i) =>
      html`<tr><th scope="row">${label}</th>${series.map((s) => html`<td class="num">${formatNumber(s.values[i] ?? 0)}</td>`)}<td class="num">${formatNumber(totals[i]!)}</td></tr>`,
  )}</tbody></table></div></details></figure>`;
}

/** The script of a page that holds `<layer-scope>`: `embed/layer-scope.js`. A second one on the page changes nothing. */
import { LayerScope } from './layer-scope.ts';

if (!customElements.get('layer-scope')) customElements.define('layer-scope', LayerScope);

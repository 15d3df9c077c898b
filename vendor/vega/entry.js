// What the site's charts need of Vega, and nothing else. Vega looks its transforms up by name when a chart is parsed,
// so that no bundler can see which are used: those of our charts are entered here by hand, and a test draws every
// chart with them.
import { transforms } from "vega-dataflow";
import { axisticks, datajoin, encode, scale } from "vega-encode";
import {
  aggregate, collect, compare, extent, facet, field, filter, formula, key, multiextent, multivalues, params, prefacet,
  proxy, relay, sieve, timeunit, tupleindex, values,
} from "vega-transforms";
import { bound, mark, overlap, render, viewlayout } from "vega-view-transforms";

Object.assign(transforms, {
  aggregate, axisticks, bound, collect, compare, datajoin, encode, extent, facet, field, filter, formula, key, mark,
  multiextent, multivalues, overlap, params, prefacet, proxy, relay, render, scale, sieve, timeunit, tupleindex, values,
  viewlayout,
});

export { expressionInterpreter } from "vega-interpreter";
export { parse } from "vega-parser";
export { View } from "vega-view";

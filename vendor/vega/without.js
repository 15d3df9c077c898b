// Stands in for four libraries that Vega imports and that our charts never reach: colour schemes (colours come from
// the page), geography, and the reading of CSV and TopoJSON (a chart's numbers are in its specification).
const never = () => { throw new Error("This part of Vega is not in the site's copy: see vendor/vega/README.md."); };

export const schemeAccent = [], schemeCategory10 = [], schemeDark2 = [], schemeObservable10 = [], schemePaired = [];
export const schemePastel1 = [], schemePastel2 = [], schemeSet1 = [], schemeSet2 = [], schemeSet3 = [];
export const schemeTableau10 = [];
export const dsvFormat = never, feature = never, geoArea = never, geoBounds = never, geoCentroid = never, mesh = never;

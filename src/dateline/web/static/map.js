// The map: Natural Earth below, and on it circles as wide as each place is vague. Only what is told to lie in a named
// town or spot gets a dot; what is told of a province is an area, and of a country the country itself, never a pin.
"use strict";
(() => {
  const { colour } = window.dateline;
  const FAIR = 0.03;   // the part of the events that no view leaves out
  const NOWHERE = ["==", ["get", "name"], "\u0000"];
  const PRECISE = { exact: "a town or spot", near: "in or near it", admin2: "a district", admin1: "a province", country: "a country", unknown: "not on the map" };
  const precise = (place) => place.precision === "country" && !place.drawn ? "a wide area" : PRECISE[place.precision] ?? place.precision;
  let map = null, atlas = null, labels = [], taken = [];
  const lands = [];

  // Pixels of a kilometre at zoom 0 at the equator, on tiles of 512 pixels.
  const PIXELS = 512 / 40075.017;
  const withWidth = (places) => ({ ...places, features: places.features.map((one) => ({ ...one, properties: { ...one.properties,
    wide: one.properties.radius * PIXELS / Math.cos(one.geometry.coordinates[1] * Math.PI / 180),
    doubt: one.properties.doubted * 2 > one.properties.events ? 1 : 0,
    pinned: ["exact", "near"].includes(one.properties.precision) ? 1 : 0 } })) });
  const grows = (least) => ["interpolate", ["exponential", 2], ["zoom"],
    ...[...Array(15).keys()].flatMap((zoom) => [zoom, ["max", ["case", ["==", ["get", "pinned"], 1], 0, least], ["*", ["get", "wide"], 2 ** zoom]]])];

  function style(ground, shown) {
    const tone = ["case", ["==", ["get", "doubt"], 1], colour("warn"), colour("calm")];
    // The wider an area, the fainter: many areas over each other would hide what lies in them.
    const vague = (country, province, nearer) => ["match", ["get", "precision"], "country", country, "admin1", province, nearer];
    const kind = (name) => ["==", ["get", "kind"], name];
    return { version: 8, sources: {
      ground: { type: "geojson", data: ground, tolerance: 0.6, buffer: 8 }, places: { type: "geojson", data: shown }, countries: { type: "geojson", data: shown.countries, tolerance: 0.6 },
    }, layers: [
      { id: "sea", type: "background", paint: { "background-color": colour("sea") } },
      { id: "land", type: "fill", source: "ground", filter: kind("land"), paint: { "fill-color": colour("land"), "fill-antialias": false } },
      { id: "countries", type: "fill", source: "countries", paint: { "fill-color": tone, "fill-opacity": ["+", 0.06, ["*", 0.14, ["sqrt", ["get", "share"]]]] } },
      { id: "coast", type: "line", source: "ground", filter: kind("coast"), paint: { "line-color": colour("line"), "line-width": 0.7 } },
      { id: "borders", type: "line", source: "ground", filter: kind("border"), paint: { "line-color": colour("soft"), "line-width": 0.8, "line-opacity": 0.55, "line-dasharray": [3, 2] } },
      { id: "areas", type: "circle", source: "places", filter: ["!=", ["get", "drawn"], 1], paint: {
        "circle-radius": grows(6), "circle-color": tone, "circle-opacity": vague(0.03, 0.08, 0.13), "circle-stroke-color": tone, "circle-stroke-width": 1.1, "circle-stroke-opacity": vague(0.4, 0.6, 0.75) } },
      { id: "dots", type: "circle", source: "places", filter: ["==", ["get", "pinned"], 1], paint: {
        "circle-radius": ["min", 13, ["+", 2.5, ["*", 2.1, ["log10", ["+", 1, ["get", "events"]]]]]], "circle-color": tone, "circle-opacity": 0.85, "circle-stroke-color": colour("paper"), "circle-stroke-width": 1 } },
      { id: "hereland", type: "fill", source: "countries", filter: NOWHERE, paint: { "fill-color": colour("warn"), "fill-opacity": 0.25 } },
      { id: "here", type: "circle", source: "places", filter: NOWHERE, paint: { "circle-radius": grows(14), "circle-color": colour("warn"), "circle-opacity": 0.18, "circle-stroke-color": colour("warn"), "circle-stroke-width": 2.5 } },
    ] };
  }

  // The countries that are told as a whole, each once, and its part of the most told. One that the map has by another name is
  // known by its point; what is no country, as the Middle East or the Sahel, stays a circle.
  function withCountries(places, world) {
    const shapes = topojson.feature(world, world.objects.countries).features, drawn = new Map();
    for (const { geometry, properties } of places.features.filter((one) => one.properties.precision === "country")) {
      const shape = shapes.find((one) => one.properties.name === properties.name) ?? (properties.country && shapes.find((one) => holds(one, geometry.coordinates)));
      if (!shape) continue;
      properties.drawn = 1;
      const before = drawn.get(shape), sum = (field) => (before?.[field] ?? 0) + properties[field];
      drawn.set(shape, { ...(before ?? properties), events: sum("events"), doubted: sum("doubted") });
    }
    const most = Math.max(1, ...[...drawn.values()].map((one) => one.events));
    places.countries = { type: "FeatureCollection", features: [...drawn].map(([{ geometry }, told]) => ({ type: "Feature", geometry,
      properties: { ...told, doubt: told.doubted * 2 > told.events ? 1 : 0, share: told.events / most } })) };
    return places;
  }

  // Whether a point lies in a country: an odd number of its borders lies east of it.
  function holds({ geometry }, [x, y]) {
    const pieces = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    return pieces.some((piece) => piece.reduce((odd, ring) => odd !== ring.reduce((inner, [bx, by], n) => {
      const [ax, ay] = ring[n ? n - 1 : ring.length - 1];
      return inner !== ((ay > y) !== (by > y) && x < ax + (bx - ax) * (y - ay) / (by - ay));
    }, false), false));
  }

  // The ground: land, coasts and borders; with an area, only what lies in it, which is drawn a good deal sooner.
  const lines = (kind, mesh) => mesh.coordinates.map((coordinates) => ({ type: "Feature", properties: { kind }, geometry: { type: "LineString", coordinates } }));
  const within = (one, [[west, south], [east, north]]) => {
    const { type, coordinates } = one.geometry, rings = type === "MultiPolygon" ? coordinates.map((piece) => piece[0]) : type === "Polygon" ? [coordinates[0]] : [coordinates];
    return rings.some((ring) => {
      let w = 180, s = 90, e = -180, n = -90;
      for (const [x, y] of ring) { if (x < w) w = x; if (x > e) e = x; if (y < s) s = y; if (y > n) n = y; }
      return w <= east && e >= west && s <= north && n >= south;
    });
  };
  function ground(world, area) {
    const { countries } = world.objects;
    const features = [
      ...topojson.feature(world, countries).features.map((one) => ({ ...one, properties: { kind: "land" } })),
      ...lines("coast", topojson.mesh(world, countries, (a, b) => a === b)), ...lines("border", topojson.mesh(world, countries, (a, b) => a !== b)),
    ];
    return { type: "FeatureCollection", features: area ? features.filter((one) => within(one, area)) : features };
  }

  // What a frame of this shape shows of an area at most, and some more.
  function shows([[west, south], [east, north]], frame) {
    const up = (lat) => Math.log(Math.tan(Math.PI / 4 + lat * Math.PI / 360)) * 180 / Math.PI;
    const shape = frame.clientWidth / frame.clientHeight, wide = Math.max(6, east - west), high = Math.max(3, up(north) - up(south));
    const x = Math.max(wide, high * shape) * 0.75, y = Math.max(high, wide / shape) * 0.75, middle = [(west + east) / 2, (south + north) / 2];
    return [[middle[0] - x, middle[1] - y], [middle[0] + x, middle[1] + y]];
  }

  async function begin(frame) {
    if (!window.maplibregl || !window.topojson) return;
    maplibregl.setWorkerUrl("/static/vendor/maplibre-gl/maplibre-gl-csp-worker.js");
    maplibregl.prewarm();
    const parts = [fetch("/static/vendor/world-atlas/countries-50m.json").then((answer) => answer.json()), places(frame)];
    const [world, told] = await Promise.all(parts).catch(() => []);
    if (!world) return;   // without either the drawing that came with the page stays
    const shown = withCountries(withWidth(told), atlas = world), area = edges(shown.features, frame);
    const held = frame.innerHTML;
    frame.textContent = "";
    try {
      map = new maplibregl.Map({ container: frame, style: style(ground(world, shows(area, frame)), shown), bounds: area, fitBoundsOptions: { padding: 12, maxZoom: frame.dataset.places ? 8 : 5 },
        attributionControl: false, maxZoom: 13, dragRotate: false, pitchWithRotate: false, fadeDuration: 0, renderWorldCopies: false });
    } catch {
      frame.innerHTML = held;   // without WebGL the drawing that came with the page stays
      return;
    }
    frame.dataset.live = "1";
    map.touchZoomRotate.disableRotation();
    map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
    map.addControl(new maplibregl.AttributionControl({ compact: false, customAttribution: "Natural Earth · GeoNames" }));
    map.addControl(new maplibregl.ScaleControl({}), "bottom-left");
    for (const layer of ["dots", "areas", "countries"]) {
      map.on("mouseenter", layer, () => { map.getCanvas().style.cursor = "pointer"; });
      map.on("mouseleave", layer, () => { map.getCanvas().style.cursor = ""; });
    }
    map.on("click", tell);
    dress(shown, frame);
    // Loaded is when everything was drawn once; what follows is for those who look further.
    map.once("load", () => requestAnimationFrame(() => { frame.dataset.drawn = "1"; }));
    map.once("idle", () => {
      map.once("movestart", () => whole(world));
      countries(world);
    });
  }

  // The rest of the world, once somebody looks further than what was drawn first.
  const whole = (world) => map.getSource("ground").setData(ground(world, null));

  // Names of countries, on the largest piece of each; small ones show when there is room for them.
  function countries(world) {
    for (const one of topojson.feature(world, world.objects.countries).features) {
      const pieces = one.geometry.type === "Polygon" ? [one.geometry.coordinates] : one.geometry.coordinates;
      const sized = pieces.map((piece) => ring(piece[0])).sort((a, b) => b.size - a.size)[0];
      const box = document.createElement("div");
      box.className = "country"; box.textContent = one.properties.name; box.setAttribute("aria-hidden", "true");
      lands.push({ marker: new maplibregl.Marker({ element: box }).setLngLat(sized.middle), ...sized, shown: false });
    }
    map.on("moveend", roomy); roomy();
  }

  function ring(told) {
    let turn = 0;   // a country that lies on both sides of the 180th meridian is one
    const points = told.map(([x, y], n) => { if (n) turn += Math.round((told[n - 1][0] - x) / 360); return [x + 360 * turn, y]; });
    let size = 0, x = 0, y = 0;
    for (let n = 0; n < points.length - 1; n++) {
      const [ax, ay] = points[n], [bx, by] = points[n + 1], part = ax * by - bx * ay;
      size += part; x += (ax + bx) * part; y += (ay + by) * part;
    }
    const wide = Math.max(...points.map((p) => p[0])) - Math.min(...points.map((p) => p[0]));
    return { size: Math.abs(size / 2), middle: [x / (3 * size), y / (3 * size)], wide };
  }

  function roomy() {
    if (!lands.length) return;
    const bounds = map.getBounds(), pixels = 512 / 360 * 2 ** map.getZoom();
    for (const one of lands) {
      const name = one.marker.getElement().textContent, told = labels.some((other) => other.getElement().textContent === name);
      const { x, y } = map.project(one.middle), wide = 9 * name.length;
      const fits = !told && bounds.contains(one.middle) && one.wide * pixels > 8 * name.length && !lies(x - wide / 2, y, wide);
      if (fits === one.shown) continue;
      if (fits) one.marker.addTo(map); else one.marker.remove();
      one.shown = fits;
    }
  }

  function tell(event) {
    const seen = new Set();
    const box = document.createElement("div"), told = map.queryRenderedFeatures(event.point, { layers: ["areas", "countries"] });
    if (!told.length) return;
    for (const one of told.slice(0, 6)) {
      const place = one.properties;
      if (seen.has(place.name)) continue;
      seen.add(place.name);
      const line = document.createElement("p"), name = document.createElement(frame().dataset.places ? "a" : "b");
      name.textContent = place.name;
      if (name.href !== undefined) { const url = new URL(location.href); url.searchParams.set("place", place.name); url.searchParams.delete("page"); name.href = url.pathname + url.search; }
      line.append(name, place.events ? `, ${precise(place)}: ${place.events} event${place.events === 1 ? "" : "s"}` : `, ${precise(place)}`);
      box.append(line);
    }
    new maplibregl.Popup({ closeButton: false, maxWidth: "22rem" }).setLngLat(event.lngLat).setDOMContent(box).addTo(map);
  }

  const frame = () => document.getElementById("map");

  async function places(told) {
    if (told.dataset.places) return (await fetch(told.dataset.places + location.search)).json();
    const { lat, lon, radius, precision, name, country } = told.dataset;
    return { type: "FeatureCollection", features: [{ type: "Feature", geometry: { type: "Point", coordinates: [+lon, +lat] },
      properties: { name, radius: +radius, precision, country, events: 0, doubted: 0 } }] };
  }

  async function follow(told, coming) {
    const shown = withCountries(withWidth(await coming), atlas);
    map.getSource("places").setData(shown);
    map.getSource("countries").setData(shown.countries);
    if (shown.features.length) map.fitBounds(edges(shown.features, told), { animate: false, padding: 12, maxZoom: 8 });
    dress(shown, told);
  }

  function dress(shown, told) {
    label(shown.features.slice(0, 10));
    const button = document.getElementById("area"), key = document.getElementById("landkey");
    if (key) key.hidden = !shown.countries.features.length;
    if (button && told.dataset.places) {
      button.hidden = false;
      button.onclick = () => {
        const b = map.getBounds(), round = (n) => n.toFixed(3);
        document.dispatchEvent(new CustomEvent("dateline:ask", { detail: { area: [b.getWest(), b.getSouth(), b.getEast(), b.getNorth()].map(round).join(",") } }));
      };
    }
  }

  function label(features) {
    for (const one of labels) one.remove();
    labels = features.filter((one) => one.properties.name).map((one) => {
      const box = document.createElement("div"), name = document.createElement("span");
      box.className = "name"; name.textContent = one.properties.name; box.append(name);
      return new maplibregl.Marker({ element: box, anchor: "left" }).setLngLat(one.geometry.coordinates).addTo(map);
    });
    map.off("move", apart); map.on("move", apart); apart(); roomy();
  }

  // Names that would lie upon one another: the fuller place keeps its name.
  function apart() {
    taken = [];
    for (const one of labels) {
      const box = one.getElement(), here = map.project(one.getLngLat()), wide = 7 * box.textContent.length;
      box.hidden = lies(here.x, here.y - 8, wide);
      if (!box.hidden) taken.push({ x: here.x, y: here.y - 8, wide });
    }
  }

  // Whether a name this wide would lie upon that of a place.
  const lies = (x, y, wide) => taken.some((other) => Math.abs(other.y - y) < 15 && x < other.x + other.wide && other.x < x + wide);

  // The bulk of the events decide the view, and every place that holds a fair part of them is in it: only a far place where
  // people met once must not shrink the rest. What is told of a country as a whole lies nowhere in it.
  function edges(features, told) {
    if (!features.length) return [[-20, -10], [90, 60]];
    if (!told.dataset.places) {
      const { radius } = features[0].properties, [x, y] = features[0].geometry.coordinates, room = Math.max(0.25, radius / 111 * 1.6);
      return [[x - room, y - room], [x + room, y + room]];
    }
    const towns = features.filter((one) => one.properties.precision !== "country"), counted = towns.length ? towns : features;
    const [[west, east], [south, north]] = [0, 1].map((axis) => {
      const sorted = counted.map((one) => [one.geometry.coordinates[axis], one.properties.events]).sort((a, b) => a[0] - b[0]);
      const all = sorted.reduce((sum, one) => sum + one[1], 0);
      const at = (share) => { let sum = 0; for (const [value, n] of sorted) { sum += n; if (sum >= share * all) return value; } return sorted.at(-1)[0]; };
      const full = sorted.filter((one) => one[1] > 1 && one[1] >= FAIR * all).map((one) => one[0]);
      const low = Math.min(at(0.15), ...full), high = Math.max(at(0.85), ...full), room = Math.max(0.9, Math.min(12, (high - low) * 0.45));
      return [low - room, high + room];
    });
    return [[Math.max(-179, west), Math.max(-84, south)], [Math.min(179, east), Math.min(84, north)]];
  }

  // A printer gets the map as a picture: what is drawn, and the names that stand on it.
  addEventListener("beforeprint", () => {
    if (!map?.loaded()) return;
    map.redraw();
    const drawn = map.getCanvas(), sheet = document.createElement("canvas"), pen = sheet.getContext("2d"), scale = drawn.width / drawn.clientWidth;
    sheet.width = drawn.width; sheet.height = drawn.height;
    pen.drawImage(drawn, 0, 0);
    pen.font = `600 ${13 * scale}px "Source Sans 3", sans-serif`; pen.fillStyle = "#000"; pen.strokeStyle = "#fff"; pen.lineWidth = 3 * scale;
    for (const one of labels.filter((told) => !told.getElement().hidden)) {
      const { x, y } = map.project(one.getLngLat()), at = [one.getElement().textContent, (x + 8) * scale, (y - 5) * scale];
      pen.strokeText(...at); pen.fillText(...at);
    }
    const picture = document.querySelector(".mapprint") ?? document.createElement("img");
    picture.className = "mapprint"; picture.alt = "Map of where events happened"; picture.src = sheet.toDataURL("image/jpeg", 0.9);
    frame().prepend(picture);
  });

  // The event under the pointer or the focus shows on the map.
  function point(event) {
    if (!map?.getLayer("here")) return;
    const row = event.type.endsWith("out") ? null : event.target.closest?.("tr[data-place]");
    const named = row?.dataset.place ? ["==", ["get", "name"], row.dataset.place] : NOWHERE;
    map.setFilter("here", ["all", ["!=", ["get", "drawn"], 1], named]);
    map.setFilter("hereland", named);
  }
  for (const kind of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(kind, point);

  document.addEventListener("dateline:shown", () => {
    const told = frame();
    if (!told) return;
    if (map && told.dataset.live) { map.resize(); follow(told, places(told)); } else begin(told);
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => location.reload());
  const told = frame();
  if (told && (told.dataset.places || told.dataset.lat)) begin(told);
})();

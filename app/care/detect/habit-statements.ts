/** A shop's newest orders: more of them would change a percentile by nothing that matters, and take longer. */
const SAMPLE = 50_000;
/** Fewer samples than this say nothing of what is usual. */
const ENOUGH = 20;
/** The carrier of a parcel that left since has not had its time to say anything. */
const SILENT_AT_FIRST = "3 days";

/** What a carrier's system says before a carrier has the parcel, as Shopify names it. */
const BEFORE_IT_LEFT = "('label_purchased', 'label_printed', 'ready_for_pickup', 'confirmed')";

const RECENT = `recent AS MATERIALIZED (
  SELECT id, placed_at, paid_at FROM orders WHERE shop_id = $1 AND placed_at >= $2 AND deleted_at IS NULL
  ORDER BY placed_at DESC LIMIT ${SAMPLE}
)`;

const PARCELS = `${RECENT}, parcels AS MATERIALIZED (
  SELECT f.id, f.tracking_company, f.shipment_status, f.created_at, f.delivered_at
  FROM recent JOIN fulfillments f ON f.shop_id = $1 AND f.order_id = recent.id
  WHERE f.tracking_company IS NOT NULL AND lower(COALESCE(f.status, '')) <> 'cancelled'
), events AS MATERIALIZED (
  SELECT e.fulfillment_id, lower(e.status) AS status, e.happened_at, e.country,
    e.happened_at - lag(e.happened_at) OVER (PARTITION BY e.fulfillment_id ORDER BY e.happened_at, e.id) AS gap
  FROM parcels JOIN fulfillment_events e ON e.shop_id = $1 AND e.fulfillment_id = parcels.id AND e.deleted_at IS NULL
)`;

/** Every name of a carrier and of a country in the sample, as it was written. Values: shop, since. */
export const NAMES = `WITH ${PARCELS}
  SELECT DISTINCT tracking_company AS carrier, NULL AS country FROM parcels
  UNION ALL SELECT DISTINCT NULL, country FROM events WHERE country IS NOT NULL`;

/** Milliseconds of an interval, or null. */
const millis = (interval: string) => `(extract(epoch FROM ${interval}) * 1000)::bigint`;

/**
 * Keeps, for each carrier and destination and for each carrier everywhere (''): how many parcels, of how many the carrier said
 * anything beyond the label, the longest gap between two events of a delivered parcel that is still usual (98 of 100 are shorter), and
 * the transit that is (90 of 100 are faster). A parcel went to the country that its last event names: the address is sealed.
 * Values: shop, since, now, names and keys of carriers, names and keys of countries.
 */
export const HABITS = `WITH ${PARCELS}, told AS MATERIALIZED (
  SELECT fulfillment_id, bool_or(status NOT IN ${BEFORE_IT_LEFT}) AS beyond,
    min(happened_at) FILTER (WHERE status = 'delivered') AS delivered_at,
    (array_agg(country ORDER BY happened_at DESC) FILTER (WHERE country IS NOT NULL))[1] AS country
  FROM events GROUP BY fulfillment_id
), sent AS MATERIALIZED (
  SELECT parcels.id, carriers.key AS carrier, btrim(tracking_company) AS name, COALESCE(countries.key, '') AS country, created_at,
    COALESCE(parcels.delivered_at, told.delivered_at) AS delivered_at,
    COALESCE(beyond, false) OR parcels.delivered_at IS NOT NULL
      OR lower(COALESCE(shipment_status, '')) NOT IN ('', 'label_purchased', 'label_printed', 'ready_for_pickup', 'confirmed') AS said
  FROM parcels JOIN unnest($4::text[], $5::text[]) AS carriers(name, key) ON carriers.name = tracking_company AND carriers.key <> ''
  LEFT JOIN told ON told.fulfillment_id = parcels.id
  LEFT JOIN unnest($6::text[], $7::text[]) AS countries(name, key) ON countries.name = told.country
), ways AS (
  SELECT carrier, name, country, id, created_at, delivered_at, said FROM sent WHERE country <> ''
  UNION ALL SELECT carrier, name, '', id, created_at, delivered_at, said FROM sent
), counted AS (
  SELECT carrier, country, mode() WITHIN GROUP (ORDER BY name) AS name, count(*) FILTER (WHERE said OR created_at <= $3::timestamptz - interval '${SILENT_AT_FIRST}') AS parcels,
    count(*) FILTER (WHERE said) AS reported,
    CASE WHEN count(delivered_at - created_at) FILTER (WHERE delivered_at > created_at) >= ${ENOUGH}
      THEN percentile_cont(0.9) WITHIN GROUP (ORDER BY delivered_at - created_at) FILTER (WHERE delivered_at > created_at) END AS transit
  FROM ways GROUP BY carrier, country
), gapped AS (
  SELECT carrier, ways.country, count(*) AS gaps, percentile_cont(0.98) WITHIN GROUP (ORDER BY gap) AS longest
  FROM ways JOIN events ON events.fulfillment_id = ways.id
  WHERE delivered_at IS NOT NULL AND gap IS NOT NULL AND happened_at <= delivered_at GROUP BY carrier, ways.country
)
INSERT INTO carrier_habits (shop_id, carrier, country, name, parcels, reported, gaps, longest_usual_gap_ms, usual_transit_ms, learned_at)
SELECT $1, carrier, country, name, parcels, reported, COALESCE(gaps, 0), CASE WHEN gaps >= ${ENOUGH} THEN ${millis("longest")} END,
  ${millis("transit")}, $3
FROM counted LEFT JOIN gapped USING (carrier, country) WHERE parcels > 0 RETURNING carrier`;

/**
 * How long nine of ten orders take at most from being placed, or paid if that was later, to their first parcel, in milliseconds. What
 * left without money was agreed on: it waited for none. Values: shop, since.
 */
export const USUAL_HANDLING = `WITH ${RECENT}, left_at AS (
  SELECT placed_at, paid_at, min(f.created_at) AS at FROM recent
  JOIN fulfillments f ON f.shop_id = $1 AND f.order_id = recent.id AND f.created_at IS NOT NULL
    AND lower(COALESCE(f.status, '')) <> 'cancelled'
  GROUP BY recent.id, placed_at, paid_at
), handled AS (
  SELECT at, GREATEST(placed_at, CASE WHEN paid_at <= at THEN paid_at END) AS since FROM left_at
)
SELECT CASE WHEN count(*) >= ${ENOUGH}
  THEN (extract(epoch FROM percentile_cont(0.9) WITHIN GROUP (ORDER BY at - since)) * 1000)::float8 END AS usual
FROM handled WHERE at >= since`;

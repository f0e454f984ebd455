// A sale from two posts to a completed trade, by the generated client alone: what does not fit the
// documents does not compile.
import createClient, { type Client } from "openapi-fetch";
import type { components as SettingsSchemas, paths as Settings } from "./settings-service.js";
import type { components, paths as TradeDesk } from "./trade-desk-service.js";

type Negotiation = components["schemas"]["NegotiationView"];
type Match = components["schemas"]["MatchView"];
type Trade = components["schemas"]["TradeView"];

// Each service has types of problems of its own.
type Problem = components["schemas"]["Problem"] | SettingsSchemas["schemas"]["Problem"];

const LONGEST_WAIT_MS = 120_000;

function env(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(`${name} is not set`);
  }
  return value;
}

function client<Paths extends {}>(url: string, token: string): Client<Paths> {
  return createClient<Paths>({ baseUrl: url, headers: { Authorization: `Bearer ${token}` } });
}

const settings = client<Settings>(env("SETTINGS_URL"), env("BROKER_TOKEN"));
const broker = client<TradeDesk>(env("TRADE_DESK_URL"), env("BROKER_TOKEN"));
const seller = client<TradeDesk>(env("TRADE_DESK_URL"), env("SELLER_TOKEN"));
const buyer = client<TradeDesk>(env("TRADE_DESK_URL"), env("BUYER_TOKEN"));

const idempotent = () => ({ header: { "Idempotency-Key": crypto.randomUUID() } });

interface Answered<T> {
  data?: T;
  error?: Problem;
  response: Response;
}

/** What was answered; a problem is an error with its type. */
function ok<T>(answer: Answered<T>): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${answer.error?.type}: ${answer.error?.detail}`);
  }
  return answer.data;
}

/** Asks again while the answer is "later" (503), or nothing that is waited for. */
async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + LONGEST_WAIT_MS;
  for (;;) {
    const found = await ask();
    if (found !== undefined) {
      return found;
    }
    if (Date.now() > end) {
      throw new Error(`${what} did not come`);
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/** The answer to a command that may come too early for events on their way. */
async function patiently<T>(what: string, ask: () => Promise<Answered<T>>): Promise<T> {
  return until(what, async () => {
    const answer = await ask();
    const later = answer.response.status === 503 || answer.response.status === 412;
    return later ? undefined : ok<T>(answer);
  });
}

/** The events of changes, for a service that is to know of them before it answers. */
function onceApplied(...changes: Answered<unknown>[]) {
  const events = changes.map((change) => change.response.headers.get("Event-Id"));
  if (events.includes(null)) {
    throw new Error("A change has no Event-Id");
  }
  return { "If-Applied": events.join(", "), Prefer: "wait=10" };
}

async function sale(): Promise<Trade> {
  const mark = crypto.randomUUID().slice(-12).toUpperCase();
  const newCotton = await settings.POST("/api/v1/commodities", {
    params: idempotent(),
    body: {
      code: `TS-${mark}`,
      name: `Cotton ${mark}`,
      category: "COTTON",
      hsnCode: "5201",
      gstRate: "5",
      baseUnit: "KG",
      tradeUnit: "BALE",
      rateUnit: "CANDY",
    },
  });
  const newPlace = await settings.POST("/api/v1/locations", {
    params: idempotent(),
    body: {
      name: "Rajkot",
      placeId: crypto.randomUUID(),
      city: "Rajkot",
      stateCode: "GJ",
      country: "IN",
      latitude: "22.3039",
      longitude: "70.8022",
    },
  });
  const cotton = ok(newCotton);
  const place = ok(newPlace);

  const offerKey = {
    header: { ...idempotent().header, ...onceApplied(newCotton, newPlace) },
  };
  const availability = await patiently("the availability", () =>
    seller.POST("/api/v1/availabilities", {
      params: offerKey,
      body: {
        commodityId: cotton.id,
        place: { locationId: place.locationId },
        totalQuantity: "40",
        price: "50000.00",
        quality: {
          "Staple Length": "29.0",
          Micronaire: "4.2",
          Strength: "29",
          "Color Grade": "WHITE",
          "Trash Content": "3.0",
          "Moisture Content": "7.5",
        },
      },
    }),
  );
  await until("an active availability", async () => {
    const answer = await seller.GET("/api/v1/availabilities/{id}", {
      params: { path: { id: availability.id } },
    });
    return ok(answer).status === "active" ? true : undefined;
  });

  const wishKey = idempotent();
  const requirement = await patiently("the requirement", () =>
    buyer.POST("/api/v1/requirements", {
      params: wishKey,
      body: {
        commodityId: cotton.id,
        places: [{ locationId: place.locationId }],
        minQuantity: "40",
        maxQuantity: "40",
        maxPrice: "52000.00",
        quality: [{ name: "Staple Length", min: "28", max: "30" }],
      },
    }),
  );

  const match = await until<Match>("a cleared match", async () => {
    const answer = await broker.GET("/api/v1/requirements/{id}/matches", {
      params: { path: { id: requirement.id } },
    });
    const best = answer.response.status === 503 ? undefined : ok(answer).items[0];
    return best?.status === "cleared" ? best : undefined;
  });

  const started: Negotiation = await patiently("the negotiation", () =>
    buyer.POST("/api/v1/matches/{id}/negotiation", {
      params: { ...idempotent(), path: { id: match.id } },
    }),
  );
  await patiently("the offer", () =>
    buyer.POST("/api/v1/negotiations/{id}/offers", {
      params: { ...idempotent(), path: { id: started.id } },
      body: { price: "49500.00", quantity: "40" },
    }),
  );
  const agreed: Negotiation = await patiently("the acceptance", () =>
    seller.POST("/api/v1/negotiations/{id}/acceptance", {
      params: { ...idempotent(), path: { id: started.id } },
    }),
  );

  const tradeKey = idempotent();
  let trade: Trade = await patiently("the trade", () =>
    buyer.POST("/api/v1/trades", {
      params: tradeKey,
      body: { negotiationId: agreed.id, acknowledgedBindingContract: true },
    }),
  );
  for (const [party, status] of [
    [seller, "in_transit"],
    [buyer, "delivered"],
    [buyer, "completed"],
  ] as const) {
    trade = await patiently(`a trade that is ${status}`, () =>
      party.POST("/api/v1/trades/{id}/status", {
        params: { ...idempotent(), path: { id: trade.id } },
        body: { status },
      }),
    );
  }
  return trade;
}

const trade = await sale();
console.log(JSON.stringify({ id: trade.id, status: trade.status, value: trade.value }));

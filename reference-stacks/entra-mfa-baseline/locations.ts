import * as azuread from "@pulumi/azuread";

import { allowedCountries, officeRanges } from "./config";

// Where people sign in from. No location takes the place of a second factor.
export const countries = new azuread.NamedLocation("countries", {
    displayName: "Countries from which people sign in",
    country: { countriesAndRegions: allowedCountries, countryLookupMethod: "clientIpAddress", includeUnknownCountriesAndRegions: false },
});

// Entra counts a sign-in from here as less of a risk. No policy leaves it out.
export const offices = new azuread.NamedLocation("offices", {
    displayName: "Offices",
    ip: { ipRanges: officeRanges, trusted: true },
});

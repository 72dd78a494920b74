"""Names that reports on conflict use: each must be found, and lie where it lies."""

from __future__ import annotations

from collections.abc import Callable
from math import asin, cos, radians, sin, sqrt

import pytest

from onrecord.model.record import Record

# (sentence, name, latitude, longitude, country, how many km off it may be): the regions get a wider ring, half their own reach.
# Points are rounded from public maps (OpenStreetMap) and not from our tables.
NAMES = [
    ("Clashes went on across Donbas.", "Donbas", 48.2, 38.0, "UKR", 150),
    ("Thousands fled from Darfur this week.", "Darfur", 13.3, 24.3, "SDN", 150),
    ("Rockets landed in the Golan Heights.", "Golan Heights", 33.0, 35.8, "SYR", 60),
    ("The truce in Nagorno-Karabakh held.", "Nagorno-Karabakh", 39.8, 46.75, "AZE", 60),
    ("Families in Sheikh Jarrah face eviction.", "Sheikh Jarrah", 31.79, 35.23, "PSE", 60),
    ("Troops entered Jenin camp at dawn.", "Jenin camp", 32.46, 35.29, "PSE", 60),
    ("Aid trucks queued at the Rafah crossing.", "Rafah crossing", 31.25, 34.26, "PSE", 60),
    ("A crowd gathered outside the Kremlin.", "Kremlin", 55.75, 37.62, "RUS", 60),
    ("Food is scarce in the Gaza Strip.", "Gaza Strip", 31.4, 34.4, "PSE", 60),
    ("Settlers blocked roads in the West Bank.", "West Bank", 32.0, 35.3, "PSE", 60),
    ("Monitors returned to South Ossetia.", "South Ossetia", 42.3, 44.0, "GEO", 60),
    ("Insurgents burned villages in Cabo Delgado.", "Cabo Delgado", -12.4, 39.6, "MOZ", 100),
    ("Shots were fired across the Line of Control.", "Line of Control", 34.3, 74.3, None, 100),
    ("Ships avoided Bab al-Mandab after the attack.", "Bab al-Mandab", 12.6, 43.3, None, 60),
    ("Fighting reached the outskirts of Donetsk.", "Donetsk", 48.0, 37.8, "UKR", 60),
    ("Barrel bombs fell on Aleppo.", "Aleppo", 36.2, 37.15, "SYR", 60),
    ("Warplanes circled over Idlib.", "Idlib", 35.93, 36.63, "SYR", 60),
    ("A school in Luhansk was hit.", "Luhansk", 48.57, 39.33, "UKR", 60),
    ("The siege of El Fasher goes on.", "El Fasher", 13.63, 25.35, "SDN", 60),
    ("Shelling hit the Zamzam camp near El Fasher.", "Zamzam camp", 13.49, 25.31, "SDN", 60),
    ("The convoy was stopped near Goma.", "Goma", -1.67, 29.22, "COD", 60),
    ("Rebels advanced in North Kivu.", "North Kivu", -0.8, 29.0, "COD", 100),
    ("Displaced people live around Mekelle.", "Mekelle", 13.5, 39.47, "ETH", 60),
    ("The blockade of Tigray was lifted.", "Tigray", 14.0, 38.4, "ETH", 80),
    ("Herders clashed in Abyei.", "Abyei", 9.6, 28.4, "SDN", 60),
    ("Refugees arrived in Dadaab.", "Dadaab", 0.06, 40.31, "KEN", 60),
    ("A drone hit a fuel depot in Crimea.", "Crimea", 45.2, 34.3, "UKR", 60),
    ("Grain ships left Odesa on Monday.", "Odesa", 46.48, 30.73, "UKR", 60),
    ("Engineers fear for the Zaporizhzhia Nuclear Power Plant.", "Zaporizhzhia Nuclear Power Plant", 47.51, 34.59, "UKR", 60),
    ("The front near Bakhmut barely moved.", "Bakhmut", 48.59, 38.0, "UKR", 60),
    ("Peacekeepers patrol in Transnistria.", "Transnistria", 47.0, 29.4, "MDA", 60),
    ("Talks about Abkhazia stalled.", "Abkhazia", 43.0, 41.0, "GEO", 60),
    ("Bombs fell in eastern Ghouta, near Damascus.", "Damascus", 33.51, 36.29, "SYR", 60),
    ("Militants hold parts of Deir ez-Zor.", "Deir ez-Zor", 35.34, 40.14, "SYR", 60),
    ("The caliphate lost Raqqa.", "Raqqa", 35.95, 39.01, "SYR", 60),
    ("Soldiers retook Mosul street by street.", "Mosul", 36.34, 43.13, "IRQ", 60),
    ("Families still live in al-Hol camp.", "al-Hol camp", 36.37, 41.15, "SYR", 60),
    ("Rockets struck Ain al-Asad.", "Ain al-Asad", 33.79, 42.44, "IRQ", 60),
    ("Yazidis hid on Mount Sinjar.", "Mount Sinjar", 36.37, 41.7, "IRQ", 60),
    ("Turkish jets bombed the Qandil Mountains.", "Qandil Mountains", 36.5, 45.0, "IRQ", 60),
    ("Missiles were fired from Sanaa.", "Sanaa", 15.36, 44.19, "YEM", 60),
    ("The port of Hodeidah was closed.", "Hodeidah", 14.8, 42.95, "YEM", 60),
    ("Tankers crossed the Strait of Hormuz.", "Strait of Hormuz", 26.6, 56.3, None, 60),
    ("Shells landed near the Litani River.", "Litani River", 33.35, 35.4, "LBN", 60),
    ("An explosion shook Dahiyeh.", "Dahiyeh", 33.85, 35.51, "LBN", 60),
    ("Troops moved along the Philadelphi Corridor.", "Philadelphi Corridor", 31.27, 34.26, "PSE", 60),
    ("Doctors fled from Al-Shifa Hospital.", "Al-Shifa Hospital", 31.52, 34.44, "PSE", 60),
    ("Strikes hit Khan Younis overnight.", "Khan Younis", 31.34, 34.3, "PSE", 60),
    ("Gunmen attacked a base in North Waziristan.", "North Waziristan", 32.9, 70.0, "PAK", 60),
    ("A blast killed five in Quetta.", "Quetta", 30.19, 67.0, "PAK", 60),
    ("Villagers left Kunduz province.", "Kunduz province", 36.75, 68.8, "AFG", 60),
    ("Civilians were shot in Kandahar.", "Kandahar", 31.61, 65.71, "AFG", 60),
    ("Protests spread through Srinagar.", "Srinagar", 34.08, 74.8, "IND", 60),
    ("Soldiers face each other in Ladakh.", "Ladakh", 34.2, 77.6, "IND", 100),
    ("The army burned houses in Rakhine State.", "Rakhine State", 20.0, 93.8, "MMR", 100),
    ("Hostages were held in Marawi.", "Marawi", 8.0, 124.29, "PHL", 60),
    ("Police raided a hideout in Mindanao.", "Mindanao", 7.8, 125.0, "PHL", 100),
    ("Jihadists ambushed soldiers near Gao.", "Gao", 16.27, -0.04, "MLI", 60),
    ("Boko Haram fled into the Sambisa Forest.", "Sambisa Forest", 11.25, 13.4, "NGA", 60),
    ("Girls were abducted in Maiduguri.", "Maiduguri", 11.85, 13.16, "NGA", 60),
    ("Gangs control Cité Soleil.", "Cité Soleil", 18.58, -72.33, "HTI", 60),
    ("Ships met at Scarborough Shoal.", "Scarborough Shoal", 15.15, 117.76, None, 60),
    ("Envoys met at Panmunjom.", "Panmunjom", 37.96, 126.68, "KOR", 60),
    ("Serbs put up barricades in Mitrovica.", "Mitrovica", 42.89, 20.87, "XKX", 60),
    ("War crimes were committed in Srebrenica.", "Srebrenica", 44.1, 19.3, "BIH", 60),
    ("Rebels took Benghazi in a day.", "Benghazi", 32.12, 20.07, "LBY", 60),
]


def km(a: float, b: float, c: float, d: float) -> float:
    a, b, c, d = map(radians, (a, b, c, d))
    return 12742 * asin(sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2))


@pytest.mark.parametrize(("text", "name", "latitude", "longitude", "country", "ring"), NAMES, ids=[row[1] for row in NAMES])
def test_a_name_lies_where_it_lies(
    read: Callable[..., Record], text: str, name: str, latitude: float, longitude: float, country: str | None, ring: int
) -> None:
    record = read(text)
    found = {record.words(place.span): place for place in record.places}
    assert name in found, sorted(found)
    place = found[name]
    assert place.country == country
    assert place.latitude is not None and place.longitude is not None
    assert km(latitude, longitude, place.latitude, place.longitude) <= ring

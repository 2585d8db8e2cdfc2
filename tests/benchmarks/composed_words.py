"""The words that composed pages are made of; ``|`` in a sentence stands where an editor may put a marker."""

from __future__ import annotations

PEOPLE = (
    "I. V. Stalin",
    "V. I. Lenin",
    "G. K. Ordzhonikidze",
    "S. M. Kirov",
    "L. D. Trotsky",
    "F. E. Dzerzhinsky",
    "A. I. Rykov",
    "K. E. Voroshilov",
    "G. V. Chicherin",
    "V. M. Molotov",
    "A. S. Yenukidze",
    "M. I. Kalinin",
    "V. A. Antonov-Ovseenko",
    "Ya. M. Sverdlov",
    "G. E. Zinoviev",
    "L. B. Kamenev",
    "N. I. Bukharin",
    "S. S. Kamenev",
    "E. D. Stasova",
    "M. P. Tomsky",
    "B. I. Magidov",
    "Yu. L. Pyatakov",
    "V. R. Menzhinsky",
    "P. A. Dzhaparidze",
    "N. N. Krestinsky",
    "L. P. Serebryakov",
)
BODIES = (
    "Politburo of the Central Committee of the RCP (b)",
    "Central Committee of the RCP(b)",
    "Council of People's Commissars",
    "Revolutionary Military Council of the Southern Front",
    "Caucasian Bureau of the Central Committee",
    "Members of the Politburo",
)
PLACES = (
    "Kharkiv",
    "Tashkent",
    "Baku",
    "Tiflis",
    "Rostov-on-Don",
    "Tsaritsyn",
    "Vladikavkaz",
    "Sochi",
    "Samara",
    "Petrograd",
)
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
SENTENCES = (
    "The grain question| has been discussed twice in the bureau",
    "We sent 3 trains with bread to Petrograd| on Friday",
    "The commission| asks for 40,000 rubles and about 12 wagons",
    "I consider this decision| premature and harmful",
    "The comrades from the provincial committee| insist on an answer by 6 o'clock",
    "Nothing new| from the front",
    "Of the 5 regiments promised| only 2 have arrived so far",
    "It is necessary to replace the commander| without delay",
    "Your telegram| No. 7 reached me only yesterday",
    "The mood of the workers| is better than in 1919",
    "Order No. 118| has not been carried out",
    "They have 30 versts left to the river| and no fuel",
    "I ask the Central Committee| to confirm this in writing",
    "The newspaper| printed it on page 4 without our consent",
    "In my opinion the treaty| should be signed at once",
    "He left for the south| on May 4 with the staff",
    "The harvest| will be poor, at most 2 million poods",
    "We talked for two hours and agreed on one thing only",
    "Vladimir Ilyich| is against the proposal",
    "The secretary| has fallen ill again",
    "Point 3 of the resolution| was crossed out",
    "The delegation| declared that it had no mandate",
    "All of this must be kept secret until the congress",
    "As for the Georgians|, they will wait",
)
NOTES = (
    "We are talking about the resolution of the plenum of 12 June",
    "On the letterhead: People's Commissariat of Nationalities",
    "The telegram was sent by direct wire",
    "Not found in the archive",
    "See the letter of the same day (RTSKHIDNI. F. 5. Op. 1. D. 7. L. 2)",
    "In the upper left corner there is a note: Read. 5 copies",
    "This refers to the conference of the front in 1919",
    "Published with cuts in Lenin Collected Works. T. 51. S. 204",
    "Unclear",
    "The text is corrected in the author's hand",
)
FRAME = (
    "Bolshevik Leaders correspondence\n\nMarx-Engels |\xa0 Lenin \xa0| Stalin |\xa0 Home Page\n\n"
    "\xa0 Bolshevik leadership Correspondence. 1912-1927\nCollection of documents 1996.\n\n"
    "Compiled by: A.V.Kvashonkin, L.P.Kosheleva, L.A.Rogovaya, O.V.Khlevnyuk.\n\n"
)
FORMS = (
    "Autograph",
    "Autographs",
    "Typewritten text",
    "Certified typewritten copy",
    "Uncertified typewritten copy",
    "Handwritten text",
    "Handwritten text on a telegraph form",
    "Typewritten text. The signature is an autograph",
    "Copy",
)
PUBLISHED = (
    '"Proletarian Revolution". 1936. No. 7. S. 167',
    '"Izvestia of the Central Committee of the CPSU". 1989. No. 6. S. 140-141',
    "Lenin Miscellany. XXXVI. P. 102",
    "The Trotsky Papers. T. 1. P. 248",
)

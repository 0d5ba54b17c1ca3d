"""English: every problem with its cause and remedy, and the words of the command line."""

PROBLEMS = {
    "FILE_TOO_LARGE": (
        "this file has {size} bytes, more than the limit of {limit}",
        "Split the text into several posts; keep photos as files of their own.",
    ),
    "FILE_EMPTY": ("this file is empty, so it is left out", "Write the post, or delete the file."),
    "NUL_BYTE": (
        "there is a NUL byte here; the file is damaged or no text",
        "Open it in Notepad and save it again with encoding UTF-8.",
    ),
    "NOT_UTF8": (
        "byte {byte} is no UTF-8; all such bytes are read as Windows-1252 (ANSI)",
        "In Notepad: Save As, encoding UTF-8.",
    ),
    "UTF16": ("this file is saved as {encoding}, not UTF-8", "In Notepad: Save As, encoding UTF-8."),
    "UNDECODABLE": (
        "byte {byte} can be read neither as UTF-8 nor as Windows-1252",
        "Open the text in Notepad, mend the broken letter and save with encoding UTF-8.",
    ),
    "CONTROL_CHARACTER": (
        "there is an invisible control character {character}; such characters are dropped",
        "Delete it; it usually comes along when text is pasted.",
    ),
    "SYMLINK": ("this is a symbolic link, no file; it is not followed", "Copy the file itself to this place."),
    "UNREADABLE": ("this file cannot be read ({reason})", "Check the file's permissions, then run again."),
    "FILE_NAME": ("this file's name holds illegal characters", "Rename it with letters, digits and hyphens only."),
    "NAME_NOT_PORTABLE": (
        'Windows cannot hold a file or folder of the name "{name}"',
        "Rename it with letters, digits and hyphens; con, prn, aux, nul, com1, lpt1 and the like will not do either.",
    ),
    "NOT_MARKDOWN": (
        "this file is no Markdown text (.md), so it is not published",
        "If it is a post, save it as plain UTF-8 text under the name {name}",
    ),
    "NOT_KEY_VALUE": (
        "this line cannot be read as `key: value`",
        "Write one `key: value` a line[[, for instance: {fix}]]",
    ),
    "QUOTE_OPEN": ("a quotation mark opens here and is not closed properly", "Write: {fix}"),
    "BRACKET_OPEN": ("a bracket opens here and is not closed", "Write: {fix}"),
    "NOT_A_MAPPING": (
        "this part must hold lines of `key: value`, not a {got}",
        "Write without a hyphen in front, for instance: title: Headline",
    ),
    "DUPLICATE_KEY": ("key `{key}` is written twice; first in line {first}", "Delete one of the two lines."),
    "UNKNOWN_KEY": (
        "key `{key}` is not known, so it is ignored",
        "[[Perhaps `{nearest}` is meant. ]]README lists the keys.",
    ),
    "WRONG_TYPE": ("`{key}` must be a {wanted}, not a {got}", "Write `{key}` as a {wanted}[[: {fix}]]"),
    "YAML_MAGIC": (
        "a &, * or ! at the start of a value has a special meaning and is not allowed",
        "Put the value in quotation marks[[: {fix}]]",
    ),
    "YAML_TOO_LARGE": (
        "this is nested too deep or too long",
        "Make it simpler: `key: value` or one list is enough.",
    ),
    "VALUE_QUOTED": ("this value holds signs with a special meaning; it is read as plain text", "Write: {fix}"),
    "TAB_INDENT": ("this line is indented by a tab; read as spaces", "Write: {fix}"),
    "CURLY_QUOTES": ("curly quotation marks are read as straight ones", "Write: {fix}"),
    "MISSING_SPACE": ("a colon needs a space behind it; read as if it were there", "Write: {fix}"),
    "NO_FRONT_MATTER": (
        "this text does not begin with front matter between two lines of `---`",
        "Begin it with these four lines, then fill in the date:\n---\ntitle: {title}\ndate: YEAR-MONTH-DAY\n---",
    ),
    "FENCE_NOT_FIRST": (
        "front matter must begin in the first line with `---`[[; {blank} blank lines stand above it]]",
        "Let the first line be exactly three hyphens: ---",
    ),
    "DATE_IMPOSSIBLE": (
        'the date "{text}" is not in the calendar',
        "Check day, month and time[[; write: {fix}]]",
    ),
    "FENCE_NOT_CLOSED": (
        "front matter is not closed with a line `---`",
        "Insert this line here, right below the last `key: value`: ---",
    ),
    "FENCE_BLANKS": ("there are blanks behind `---`; ignored", "Write: ---"),
    "TITLE_MISSING": ("this post has no title yet", "Write in its front matter: {key}: {title}"),
    "DATE_MISSING": (
        "this post has no date yet",
        "Add to its front matter: date: YEAR-MONTH-DAY, for instance date: 5 March 2026",
    ),
    "DATE_UNREADABLE": (
        'the date "{text}" cannot be read',
        "Write year-month-day or day month year, for instance 2026-03-05 or 5 March 2026 09:30.",
    ),
    "DATE_WEEKDAY": (
        'the date "{text}" contradicts the calendar: {date} is a {right}',
        "Correct the weekday or the date[[; for instance: {fix}]]",
    ),
    "DATE_YEAR": ('the year of "{text}" is outside {first}-{last}', "Check the year[[; write: {fix}]]"),
    "FLAG_UNREADABLE": ('`{key}` may be `true` or `false` only, not "{text}"', "Write: {fix}"),
    "FLAG_WORD": ('"{text}" is read as `{meaning}`', "Write: {fix}"),
    "LIST_AS_TEXT": ("`{key}` is written as one text; split at the commas", "Write: {fix}"),
    "HASHTAGS": ("hashtags are read as tags without the hash", "Write: {fix}"),
    "SLUG_REFUSED": (
        'the address "{text}" cannot be used: only small letters, digits and hyphens',
        "Write: {fix}",
    ),
    "SLUG_CHANGED": ('the address "{text}" is read as "{slug}"', "Write: {fix}"),
    "ALIAS_REFUSED": (
        'the old address "{text}" cannot be used',
        "Write an address of this site, for instance: aliases: [/old-news/name-of-the-post/]",
    ),
    "TAG_WITHOUT_LETTERS": (
        '"{text}" holds no letter or digit, so it can be no address',
        "Use a word, or delete it.",
    ),
    "FIELD_TOO_LONG": (
        "the value of `{key}` has {length} letters, more than the limit of {limit}",
        "Shorten it, or move it into the text.",
    ),
    "TERMS_TOO_MANY": ("`{key}` holds {count} entries, more than the limit of {limit}", "Keep those that are needed."),
    "EVENT_WITHOUT_START": (
        "`{key}` does not say when the event begins",
        "Add below it, two spaces in: `start: 2026-03-28 09:00`",
    ),
    "EVENT_ENDS_FIRST": ("the event ends before it begins", "Check `start` and `{key}`"),
    "CORRECTION_WITHOUT_TEXT": ("`{key}` holds no text", "Add `text: An earlier version said ...`"),
    "WITHDRAWAL_EMPTY": (
        "`{key}` holds no reason, so it is not clear whether this post is withdrawn",
        "Write the reason, for instance: {key}: The figures are being checked again.",
    ),
    "PLACEHOLDER_LEFT": (
        'this post still holds the words "{text}", which say what to write',
        "Write the post in their place, or delete them.",
    ),
    "CHECK_UNKNOWN": (
        "`{got}` is no code of a check that can be ignored; only K codes can",
        "Write the code that its message shows, like this: {key}: [K101]",
    ),
    "APPROVAL_UNREADABLE": (
        '`{key}` must hold the date of approval and who gave it, not "{text}"',
        "Write the date, a comma and the name, for instance: {key}: 2 March 2026, Full Name",
    ),
    "NESTED_TOO_DEEP": (
        "quotes or lists are nested too deep here",
        "Use fewer > or indents at the start of the line; three levels are enough.",
    ),
    "RAW_HTML": (
        "HTML `{tag}` is not used here; the tag is dropped, its text stays",
        "Use Markdown: **bold**, [text](address), ![caption](photo.jpg); centred text: put {{.tengah}} in the line below it.",
    ),
    "RAW_HTML_SWALLOWED": (
        "HTML `{tag}` is not used here; dropped with all it holds",
        "A YouTube video: its address alone on a line (https://youtu.be/...). Write another video or page as a link, for instance: [Watch the video](https://address-of-the-video)",
    ),
    "RULE_MAKES_HEADING": (
        'a line `---` right below text makes "{heading}" a heading',
        "For a rule, put a blank line above `---`; for a heading write: ## {heading}",
    ),
    "CHAT_MARKS": (
        "there are marks of a chat program; here `{bold}` becomes italic, not bold",
        "Bold: **text**. Italic: *text*. Struck out: ~~text~~.",
    ),
    "UNSAFE_LINK": (
        'the link or picture "{target}" is not allowed; dropped, its text stays',
        "A link may lead to https://, http://, mailto:, tel: or a page of this site; a photo must lie in the post's folder.",
    ),
    "EMPTY_LINK": ("this link has no address", "Write the address in the brackets: [text](address)"),
    "TOO_TANGLED": (
        "from this line on there are too many marks ({count}) for the text to be processed",
        "Delete needless repeated marks such as *, _, [ or `, or split the paragraph; a very long text becomes several.",
    ),
    "LINK_FILE_MISSING": (
        'link to "{target}": there is no such file',
        "[[Perhaps: {nearest}. ]]Check the file's name.",
    ),
    "LINK_ADDRESS_MISSING": (
        'link to "{target}": this site has no such address',
        "[[Perhaps: {nearest}. ]]Check the address.",
    ),
    "FRAGMENT_MISSING": (
        'link to "{target}": that page has no part "#{fragment}"',
        "[[Perhaps: #{nearest}. ]]Check the heading.",
    ),
    "LINK_TO_WITHHELD": (
        'link to "{target}": that post is not published yet (draft, scheduled or not approved)',
        "Publish that post first, or delete the link.",
    ),
    "PHOTO_MISSING": (
        'there is no photo "{target}"',
        "[[Perhaps: {nearest}. ]]Keep photos in the post's folder or in content/media/.",
    ),
    "CASE_DIFFERS": (
        '"{target}" differs from the file\'s name, {found}, in capital letters',
        "Write it as the file is named: {found}",
    ),
    "FILE_KIND": (
        '"{target}" is no photo that can be published (JPEG, PNG or WebP)',
        "Turn it into a JPEG, or write its content as a page[[; a document may go out if `files` in site.yaml names {publishable}]].",
    ),
    "ADDRESS_TAKEN": (
        "the address {address} is taken by {other}",
        "[[Give one of them another address in its front matter, for instance: slug: {fix}]][[Rename one of the photos, for instance: {name}]]",
    ),
    "TAG_SLUG_CLASH": (
        'the tags "{name}" and "{other}" ({other_path}) differ but share the address {address}',
        "Rename one, or join them by `aliases` in content/tag/.",
    ),
    "CATEGORY_SLUG_CLASH": (
        'the categories "{name}" and "{other}" ({other_path}) differ but share the address {address}',
        "Rename one of them.",
    ),
    "ALIAS_TAKEN": (
        "the old address {address} is taken by {other}",
        "Delete this old address, or change the other one.",
    ),
    "TAG_SPELLING_TAKEN": ('the spelling "{name}" is taken by {other}', "Delete it from one of the tag files."),
    "PHOTO_BROKEN": (
        "this photo cannot be read ({reason}), so it is not published",
        "[[Shown in {post}. ]]Open the photo; if it is damaged, take it from the phone again and save it as JPEG.",
    ),
    "PHOTO_TOO_LARGE": (
        "this photo has {pixels} pixels, more than the limit of {limit}",
        "[[Shown in {post}. ]]Make it smaller, for instance 4000 pixels wide.",
    ),
    "PHOTO_FILE_TOO_LARGE": (
        "this photo's file has {size} bytes, more than the limit of {limit} bytes",
        "[[Shown in {post}. ]]Make it smaller, for instance 4000 pixels wide.",
    ),
    "PHOTO_TOO_LONG": (
        "this picture moves in more than {limit} frames",
        "[[Shown in {post}. ]]Make it shorter, or use a single photo.",
    ),
    "PHOTO_HEIC": (
        "this photo is HEIC (from an iPhone), which cannot be opened here",
        "[[Shown in {post}. ]]On the iPhone: Settings > Camera > Formats > Most Compatible, or send it by WhatsApp as a photo; save those you have as JPEG. Who runs the site may install: pip install pillow-heif",
    ),
    "GALLERY_EMPTY": (
        "a gallery is wanted, but there is no other photo in this post's folder",
        "Save the text as {folder}/index.md with its photos in that folder too, or delete this line.",
    ),
    "PHOTO_ALT_MISSING": (
        'photo "{target}" has no text for readers who cannot see it',
        "Write what the photo shows[[: ![what it shows]({inside})]][[, below it: {key}: what it shows; for mere decoration: {key}: '']]",
    ),
    "PHOTO_SMALL": (
        'the photo on top, "{photo}", has only {width} x {height} pixels; beside a shared link it will be small',
        "Take the photo as the camera made it, no small copy; it should be 1200 pixels wide, at least {least}.",
    ),
    "PHOTO_UNUSED": (
        "this photo is shown nowhere, so it is not published",
        "Show it in a text: ![what it shows]({name}), write gallery: true in the text of this folder, or delete it.",
    ),
    "PHOTO_UNUSED_BROKEN": (
        "this photo cannot be read; no page shows it yet",
        "Delete this file, or put a whole photo in its place.",
    ),
    "LOGO_REFUSED": (
        "this logo holds {what}, so it is not published",
        "Save it as a plain SVG: text as paths, no pictures, links or scripts; or use a PNG of 512 pixels.",
    ),
    "LOGO_TOO_COSTLY": (
        "this logo is too large or too intricate to be drawn",
        "Make it simpler, or save it as a PNG of 512 pixels.",
    ),
    "LOGO_SMALL": (
        "the longer side of this logo has only {size} pixels; its large icon will be blurred",
        "Use a PNG whose longer side has at least {least} pixels, or an SVG.",
    ),
    "IDENTITY_NUMBER": (
        "here is an identity number (NIK): {number}",
        "Delete the number, from photos and captions too; it must not be made public.",
    ),
    "PHONE_FOREIGN": (
        'telephone number "{number}" is none of the facility\'s own',
        "Delete the number; if it is an official one, list it in site.yaml under `contact` or `services`.",
    ),
    "EMAIL_FOREIGN": (
        'e-mail address "{address}" is none of the facility\'s own',
        "Delete the address; if it is an official one, list it in site.yaml under `contact` or `services`.",
    ),
    "DOCUMENT_NUMBER": (
        "here is the number of someone's passport or register: {number}",
        "Delete the number; a post need only say how many people there were.",
    ),
    "BIRTH_DATE": (
        'here is a full date of birth: "{date}"',
        "Delete the date; give the age if it is needed.",
    ),
    "INMATE_NAMED": (
        'an inmate named in full: "{name}"',
        'Use initials ({initials}) or write "one of the inmates"; if this is staff or was agreed to, write in front matter: ignore: [K306] with the reason.',
    ),
    "CHILD_NAMED": (
        'a child named in full: "{name}"',
        "Use initials ({initials}) or a pseudonym marked as such; a child's identity is protected.",
    ),
    "STOP_WORD": (
        'word "{word}" is on the list `stop_words` of site.yaml',
        "Replace or delete the word.",
    ),
    "TAG_NEAR": (
        'tag "{name}" is much like "{near}" ({count} posts)',
        'If it means the same, write: {near}[[; or list "{name}" among the aliases of {file}]]',
    ),
    "TAG_LONELY": (
        'tag "{name}" is used in this post only; there is "{near}" ({count} posts)',
        "If it will do, use: {near}",
    ),
    "TAGS_MANY": (
        "this post has {count} tags, more than {most}",
        'Keep those the post is really about; delete from "{name}" on, or those nobody looks for.',
    ),
    "TITLE_CUT": (
        '"{lost}" is lost where the title is cut: a search result shows "{search} ..."[[, a link card "{card} ..."]]',
        'Move "{lost}" to the front, or add to the front matter a title of at most 60 letters that has it: short_title: ...',
    ),
    "TITLE_CAPITALS": (
        "the title is all capitals",
        "Use a capital only where a word begins; short forms such as WBP keep theirs.",
    ),
    "SUMMARY_MISSING": (
        'this post has no summary; a search result shows its first paragraph up to "{cut} ..."',
        "Add one sentence of at most {most} letters to the front matter: summary: ...",
    ),
    "SUMMARY_LONG": (
        'the summary has {length} letters; a search result cuts it to "{cut} ..."',
        "Shorten it to at most {most} letters; details stand in the first paragraph.",
    ),
    "PARAGRAPHS_GLUED": (
        "the paragraph here runs on into line {following}; {count} places in this post",
        "Put a blank line between two paragraphs.",
    ),
    "HEADING_SKIPS": (
        "this heading is of level {level}, the one above it of level {before}",
        "Put fewer hashes in front of it.[[ Write: {fix}]][[ Enough are: {right}]]",
    ),
    "LINK_HERE": (
        'link text "{text}" does not say where the link leads',
        "Take the name of the page as its text, for instance: [Visiting hours](address)",
    ),
    "SPACE_MISSING": (
        'a space is missing in "{wrong}"',
        "Put a space behind that mark.[[ Write: {fix}]][[ Write instead: {right}]]",
    ),
    "WORD_DOUBLED": (
        'word "{word}" stands twice',
        "Delete one[[; if a plural is meant, write: {plural}]].[[ Write: {fix}]]",
    ),
    "SLIP": (
        'a slip of typing: "{wrong}"',
        "Mend the typing.[[ Write: {fix}]][[ Write instead: {right}]]",
    ),
    "FRIDAY": (
        '"{wrong}": the standard spelling is Jumat',
        "Write it without an apostrophe.[[ Write: {fix}]][[ Write instead: {right}]]",
    ),
    "QUOTE_SIDE": (
        'a quotation mark is on the wrong side or is none: "{wrong}"',
        "Let an opening mark stand in front, a closing one behind.[[ Write: {fix}]][[ Write instead: {right}]]",
    ),
    "EMPHASIS_OPEN": (
        "the {mark} here has no partner, so it is shown as it is",
        "Put the same mark behind the words, as in {mark}text{mark}, or delete it.",
    ),
    "EMPHASIS_SPACED": (
        "a space inside {mark} makes the marks show as they are",
        "Delete the spaces inside the marks.[[ Write: {fix}]][[ Write instead: {right}]]",
    ),
    "NOTE_MISSING": (
        "footnote [^{name}] has no text",
        "Add at the end of the text: [^{name}]: the note",
    ),
    "TABLE_RULE": (
        "these lines are no table: there is no rule below the first",
        "Insert this line below it: {rule}",
    ),
    "LINK_ADDRESS_AS_TEXT": (
        "this link's text is a long address",
        "Take the name of the page as its text: [name of the page]({target})",
    ),
    "LINK_BARE": (
        "this address does not become a link",
        "Write it as a link: [name of the page]({target})",
    ),
    "LINK_TORN": (
        "this link is put together wrongly, so it is shown as it is",
        "Write [text](address) without a space between them.[[ Write: {fix}]][[ Write instead: {right}]]",
    ),
    "ALT_FILE_NAME": (
        'the words for the photo, "{alt}", are but a file name',
        "Write what the photo shows, for instance: Staff hand out meals to motorists.",
    ),
    "ALT_IS_CAPTION": (
        "the words for the photo equal its caption, so they are read aloud twice",
        "Let the words for the photo say what it shows, the caption who, when, and whose photo it is.",
    ),
    "DOCUMENT_BROKEN": (
        "this file is no whole {kind} ({reason}), so it is not published",
        "Save it again from the program it comes from, without a password, or remove the link.",
    ),
    "DOCUMENT_TOO_LARGE": (
        "this file has {size} bytes, more than the limit of {limit} bytes",
        "Make it smaller (in Word: Save As PDF, Minimum size), or write its content as a page.",
    ),
    "DOCUMENT_NAMES_PERSON": (
        "the metadata of this file names: {people}; whoever downloads it can read that",
        "In Word: File > Info > Inspect Document > Remove All, then save or make the PDF again.",
    ),
    "PAGE_HEAVY": (
        "this page loads {size} kB on a phone, more than the budget of {budget} kB",
        "Use fewer photos in the text; the rest can become a gallery: gallery: true",
    ),
    "WEEKDAY_CONTRADICTS": (
        '"{text}" contradicts the calendar: {date} is a {right}[[; {witness} is in {year}, so the year is probably wrong]]',
        "See which is wrong: weekday, day, month or year.[[ Perhaps also: {others}.]][[ The likeliest, write: {fix}]]",
    ),
    "WEEKDAY_BY_YEAR": (
        '"{text}" has no year and is read as {date}, but that is a {right}',
        "See to weekday and date; if the year is not {year}, write it.[[ Perhaps also: {others}.]][[ The likeliest, write: {fix}]]",
    ),
    "DATE_TO_COME": (
        '"{text}" is after the date of this post, {posted}, but its sentence reports what is over',
        "Mend the date in the text or `date` in the front matter; if this is an announcement, fill in `event`.",
    ),
    "NO_SUCH_DAY": (
        'the date in "{text}" is in no calendar',
        "See to weekday, day and month.[[ Perhaps also: {others}.]][[ The likeliest, write: {fix}]]",
    ),
    "ANNIVERSARY": (
        '"{text}" is in {right}, not in {year}',
        "See to number and year; if that of {right} is meant, name that year.[[ For {year}, write: {fix}]]",
    ),
    "NAME_OUT_OF_TIME": (
        'the name "{text}" is not valid on the date of this post[[; valid since {since}]][[; valid until {until}]]',
        "Use the name that is valid on that day; if the text tells of another time, write ignore: [K202] in the front matter.[[ Or write: {fix}]]",
    ),
    "SETTINGS_MISSING": (
        "there is no such settings file",
        "Run the command in the folder of site.yaml, or name that folder with --source.",
    ),
    "SETTING_REQUIRED": ("the setting `{key}` is required", "Add to site.yaml: {key}: ..."),
    "SETTING_WRONG": ('the value of `{key}` is wrong[[: "{got}"]]', "What can be used: {wanted}"),
    "TEMPLATE_SYNTAX": ("this template is mistyped: {reason}", "Mend that line of the template."),
    "TEMPLATE_FAULT": (
        "this template failed at {address}: {reason}",
        "Mend that line of the template; layouts/README.md lists what each template gets.",
    ),
    "TEMPLATE_MISSING": ("there is no template {name}", "Put the file back into layouts/."),
    "WORD_MISSING": ("the word `{key}` is missing in this file", "Add a line: {key}: ..."),
    "OUTPUT_NOT_OURS": (
        "this folder holds files but was not made by Warta (it has no {manifest})",
        "Choose another folder with --output, or empty this one first.",
    ),
    "OUTPUT_LOCKED": ("another process is writing this folder", "Wait until it is done, then run again."),
    "TOO_MANY_REMOVED": (
        "this build would remove {count} of {total} addresses[[ (posts: {articles} of {articles_total})]][[ and {photos} of {photos_total} photos]]: {examples}[[ and {more} more]]",
        "[[{unapproved} posts have no approval: add `approved` to them, do not use --allow-removal. ]]If that is intended, run again with --allow-removal {needed}",
    ),
    "WRITE_FAILED": ("cannot be written ({reason})", "Check the folder's space and permissions, then run again."),
    "OUTPUT_TAKEN": (
        "this was not made by Warta but lies where the site shall be; nothing was written",
        "Move it elsewhere, or change the address of the page that takes its place, then run again.",
    ),
    "SITE_EMPTY": (
        "not one post or page would be published[[; {waiting} posts wait]]",
        "Check that the folder content/ is whole: an empty site is not published. To look at it while it is written: python build.py serve",
    ),
    "PREVIOUS_UNREADABLE": (
        "this is no whole warta.json, so nobody knows what readers have",
        "Fetch warta.json from the site once more. Only if the site was never published, run again without --previous.",
    ),
    "NOT_PUBLISHED": (
        "there is no published site with its warta.json in this folder",
        "Build the site first: python build.py",
    ),
    "PUBLISHED_FILE_DIFFERS": (
        "this published file is gone or was changed since it was built",
        "Build again: python build.py; do not change what is in the published folder by hand.",
    ),
    "PUBLISHED_LINK_DEAD": (
        "the link `{target}` on this page leads to no published file",
        "Build again: python build.py; if it stays so, mend the link in content/ or layouts/.",
    ),
    "ADDRESS_GONE": (
        "the address {address} was published and is no more: old links to it are broken[[; its post is {kind}]][[; the tag may now be {tag}]]",
        "[[If this is the post that moved, write into its front matter: {fix}]][[Write into this tag file's front matter: {tag_fix}]][[If it moved, write into the new post's front matter: {new_fix}. If it must not be shown any more, bring the file back with `withdrawn` and a reason.]][[What was published should not become {kind} again: if it must not be shown, write `withdrawn` and a reason.]]",
    ),
    "PUBLISHED_FRAGMENT_DEAD": (
        "the link `{target}` leads to a part that its page does not have",
        "Check the part's name behind the # in content/ or layouts/.",
    ),
    "SEARCH_MISSING": (
        "the search index cannot be made: {reason}; the site is published without search",
        "Install the packages again (pip install -r requirements.txt) and run again, or switch search off in site.yaml: features: {{search: off}}.",
    ),
    "IMPORT_TOO_LARGE": (
        "this file is larger than {limit} bytes, so it is not imported",
        "Split the text, or make the photos in it smaller, then import again.",
    ),
    "IMPORT_KIND": (
        'files of the kind "{ending}" cannot be imported',
        "Save the text as .docx (Word) or .txt; a WordPress export ends with .xml.",
    ),
    "IMPORT_EMPTY": ("there is no text here, so nothing was made", "Write the text, then import again."),
    "IMPORT_NO_DATE": (
        "the text names no date; today's was taken, {date}",
        "If it happened on another day, change the line `date` in the front matter.",
    ),
    "IMPORT_DATE_DOUBT": (
        'the text prints "{words}", but {date} was a {right}; made a draft with the printed date',
        "Ask for the right date, change the line `date`, then delete the line `draft`[[; perhaps it is {others}]].",
    ),
    "IMPORT_TWICE": (
        "this text is there already as {other}, so it was not made again",
        "Edit that file; if this really is another post, change its title or first paragraph, then import again.",
    ),
    "IMPORT_ADDRESS_TAKEN": (
        "the address of this post is taken by {other}, so it was not made",
        "Give it another title, then try again.",
    ),
    "IMPORT_EXISTS": (
        "there is a file or folder of this name already; nothing was overwritten",
        "Edit the one that is there, or rename it, or give the new post another title.",
    ),
    "IMPORT_BROKEN": (
        "this file cannot be read ({kind})",
        "Open it with its program, save it anew (Word: Save As, .docx), then import again.",
    ),
    "IMPORT_TRACKED": (
        "this document has {count} tracked changes; the text with all of them accepted was taken",
        "Check the text, or accept/reject the changes in Word (Review), then import again.",
    ),
    "IMPORT_COMMENTS": (
        "this document has {count} comments; they are not imported",
        "Make sure that every comment was dealt with.",
    ),
    "IMPORT_PHOTO_KIND": (
        "no browser shows pictures of the kind {what}, so it was left out",
        "Save the picture as JPEG or PNG and put it into the post's folder.",
    ),
    "IMPORT_NOT_CARRIED": (
        "this could not be carried over: {what}",
        "Look at the post; if that part matters, write it again as text, photo or link.",
    ),
    "IMPORT_PHOTO_MISSING": (
        "the photo {target} was not found, so it was left out",
        "Name the old site's folder wp-content/uploads with --media, or put the photo into the post's folder yourself.",
    ),
    "IMPORT_OLD_LINK": (
        "this link still leads to the old site: {target}",
        "Replace it by the new address, or delete it if the old site will be closed.",
    ),
    "IMPORT_ALIAS": (
        "the old address {address} cannot be kept",
        "If it matters, redirect it in the settings of the old site's server.",
    ),
    "IMPORT_PROTECTED": (
        "this text was protected by a password; it was made a draft",
        "Delete the line `draft` if everyone may read it.",
    ),
    "IMPORT_RENAMED": (
        'the address "{wanted}" is taken, so this text has the address "{name}"',
        "Leave it, or change it with a line `slug` in the front matter.",
    ),
    "IMPORT_LINK_DROPPED": (
        "the link {target} leads to no address of this site; its words stay, the link went",
        "If it is needed, write it again with a whole address (https://...).",
    ),
    "IMPORT_NO_TITLE": (
        'the text has no title line; for the time being it is called "{title}"',
        "Write its title into the line `title` of the front matter.",
    ),
    "IMPORT_MEDIA": (
        "this folder of photos is not there or empty, so nothing was imported",
        "Copy the folder wp-content/uploads from the old site, then name its place with --media.",
    ),
    "NEW_WITHOUT_TITLE": (
        'the title "{title}" has no letter or number, so nothing was made',
        'Give one, for instance: python build.py new "Roll Call in the Yard"',
    ),
    "NEW_TAG_LIKE": (
        'there is no tag "{name}" yet; one like it: "{nearest}"',
        "If the same is meant, use the one that is there, so that the posts gather on one page.",
    ),
    "POST_UNKNOWN": (
        "there is no text of this name",
        "[[Perhaps this is meant: {nearest}. ]]Name the file, for instance content/berita/2026-03-02-apel.md, or the last word of its address: apel",
    ),
    "POST_AMBIGUOUS": ("several texts have this name: {paths}", "Name the whole file."),
    "PROOF_TAKEN": (
        "this file is there already and is no proof of Warta's, so it is not replaced",
        "Move that file, or choose another folder with --output.",
    ),
}

NAMES = {
    "text": "text",
    "list": "list",
    "mapping": "group of `key: value`",
    "flag": "`true` or `false`",
    "draft": "a draft",
    "unapproved": "not approved",
    "scheduled": "scheduled",
}

REASONS = {"changed": "it changed while it was read"}
"""What is not said in words by the system, which speaks English."""

WORDS = {
    "error": "error",
    "warning": "warning",
    "back_to_text": "Back to note {} in the text",
    "errors": "{} errors",
    "errors_one": "1 error",
    "warnings": "{} warnings",
    "warnings_one": "1 warning",
    "pages": "{} pages",
    "pages_one": "1 page",
    "files": "{} other files",
    "files_one": "1 other file",
    "built": "{output}: {pages} and {files}; {written} written, {kept} kept, {deleted} deleted",
    "texts": "{} texts",
    "texts_one": "1 text",
    "checked": "{texts} checked: {errors}, {warnings}",
    "stopped": "{output} is unchanged: {errors}, {warnings}",
    "half_way": "{output} is updated only in part: {errors}, {warnings}; the next build completes it",
    "stopped_strict": "{output} is unchanged: {warnings}, and --strict was asked for",
    "withheld_draft": "not published (draft): {path}",
    "withheld_unapproved": "not published (not approved): {path}",
    "withheld_scheduled": "not published (scheduled {due}): {path}",
    "next_due": "The next post is due {due}",
    "preview": "Preview",
    "preview_at": "Preview: {url} (Ctrl+C to stop)",
    "preview_draft": "Draft: not published",
    "preview_unapproved": "Not approved: not published",
    "preview_scheduled": "Scheduled: will be published {due}",
    "preview_mark_draft": "draft",
    "preview_mark_unapproved": "not approved",
    "preview_mark_scheduled": "scheduled",
    "preview_held": "The last change is not shown: there is an error. This page is as before.",
    "preview_fault": "Warta itself has failed; the command window says why.",
    "preview_here": "To be checked here: {}",
    "preview_elsewhere": "On other pages: {}",
    "proof_made": "{path}: ready to be sent and printed",
    "proof_wrong": "{path}: can be read and printed; before it can be published, mend what is told above",
    "merged": 'Tag "{name}" is also written: {spellings}',
    "import_wrote": "made: {path}",
    "import_title": "  title: {value}",
    "import_date": "  date: {value}",
    "import_place": "  place: {value}",
    "import_tags": "  tags: {value}",
    "import_summary": "  summary: {value}",
    "import_photos": "  photos: {value}",
    "import_none": "(not found)",
    "import_draft": "  draft: not published until the line `draft` is deleted",
    "import_many": "{count} texts made ({posts} posts, {pages} pages, {drafts} drafts, {photos} photos)",
    "import_progress_read": "{done} texts read",
    "import_progress_made": "{done} of {total} texts done",
    "import_progress_written": "{done} of {total} texts written",
    "import_ask": 'The text prints "{words}", but {date} was a {right}. Which date is right?',
    "import_choice_printed": "{date} ({weekday}): the date is right, the weekday is wrong",
    "import_choice_weekday": "{date} ({weekday}): the weekday is right, nearest date",
    "import_choice_year": "{date} ({weekday}): the year is wrong",
    "import_choice_month": "{date} ({weekday}): the month is wrong",
    "import_choose": "Number (Enter: not known yet, keep as a draft): ",
    "new_title": "title, without a full stop at its end",
    "new_date": "day of the event, perhaps with a time: 2026-03-02 16:30",
    "new_category": "one only, for instance: News",
    "new_tags": "topics, commas between them, for instance: [Ramadhan, training]",
    "new_place": "where it happened",
    "new_summary": "one sentence, at most 160 letters; empty: the first paragraph",
    "new_image": "file name of the photo on top",
    "new_image_alt": "what the photo on top shows, for those who cannot see it",
    "new_draft": "delete this line when the post is ready",
    "new_body": "Write the first paragraph here: who, what, when, where.\n\nWrite the next paragraph here. A blank line parts two paragraphs.",
    "new_photo": "Write here what photo {number} shows",
    "new_next": "Write the text, delete the line `draft`, then run: python build.py",
    "new_no_editor": "No text editor could be opened; open the file yourself.",
}

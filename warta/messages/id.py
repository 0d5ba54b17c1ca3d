"""Bahasa Indonesia: setiap masalah dengan sebab dan jalan keluarnya, dan kata-kata baris perintah."""

PROBLEMS = {
    "FILE_TOO_LARGE": (
        "berkas ini {size} byte, lebih dari batas {limit} byte",
        "Pecah naskah menjadi beberapa berita; foto disimpan sebagai berkas tersendiri.",
    ),
    "FILE_EMPTY": ("berkas ini kosong, jadi dilewati", "Isi naskahnya, atau hapus berkas ini."),
    "NUL_BYTE": (
        "ada byte NUL di sini; berkas ini rusak atau bukan teks",
        "Buka naskah di Notepad, lalu simpan ulang dengan Encoding UTF-8.",
    ),
    "NOT_UTF8": (
        "byte {byte} bukan UTF-8; seluruh byte semacam ini dibaca sebagai Windows-1252 (ANSI)",
        "Di Notepad: Save As, Encoding: UTF-8.",
    ),
    "UTF16": ("berkas ini tersimpan sebagai {encoding}, bukan UTF-8", "Di Notepad: Save As, Encoding: UTF-8."),
    "UNDECODABLE": (
        "byte {byte} tidak dapat dibaca sebagai UTF-8 maupun Windows-1252",
        "Buka naskah di Notepad, perbaiki huruf yang rusak, lalu simpan dengan Encoding UTF-8.",
    ),
    "CONTROL_CHARACTER": (
        "ada karakter kendali {character} yang tidak tampak; karakter semacam ini dibuang",
        "Hapus karakter itu; biasanya terbawa saat menempel dari aplikasi lain.",
    ),
    "SYMLINK": (
        "ini tautan simbolik (symlink), bukan berkas; tidak diikuti",
        "Salin berkas aslinya ke sini sebagai gantinya.",
    ),
    "UNREADABLE": ("berkas ini tidak dapat dibaca ({reason})", "Periksa izin berkas, lalu jalankan lagi."),
    "FILE_NAME": (
        "nama berkas ini memuat karakter yang tidak sah",
        "Ganti namanya dengan huruf, angka, dan tanda hubung saja.",
    ),
    "NAME_NOT_PORTABLE": (
        'Windows tidak dapat menyimpan berkas atau folder bernama "{name}"',
        "Ganti namanya dengan huruf, angka, dan tanda hubung; con, prn, aux, nul, com1, lpt1 dan sejenisnya pun tidak boleh.",
    ),
    "NOT_MARKDOWN": (
        "berkas ini bukan naskah Markdown (.md), jadi tidak diterbitkan",
        "Bila ini naskah, simpan sebagai teks biasa UTF-8 dengan nama {name}",
    ),
    "NOT_KEY_VALUE": (
        "baris ini tidak terbaca sebagai `kunci: nilai`",
        "Tulis satu `kunci: nilai` per baris[[, misalnya begini: {fix}]]",
    ),
    "QUOTE_OPEN": ("tanda kutip dibuka di sini tetapi tidak ditutup dengan benar", "Tulis begini: {fix}"),
    "BRACKET_OPEN": ("tanda kurung dibuka di sini tetapi tidak ditutup", "Tulis begini: {fix}"),
    "NOT_A_MAPPING": (
        "bagian ini harus berisi baris `kunci: nilai`, bukan {got}",
        "Tulis tanpa tanda hubung di depannya, misalnya: title: Judul Berita",
    ),
    "DUPLICATE_KEY": (
        "kunci `{key}` ditulis dua kali; yang pertama di baris {first}",
        "Hapus salah satu dari kedua baris itu.",
    ),
    "UNKNOWN_KEY": (
        "kunci `{key}` tidak dikenal, jadi diabaikan",
        "[[Mungkin maksudnya `{nearest}`. ]]Daftar kunci ada di README.",
    ),
    "WRONG_TYPE": ("`{key}` harus berupa {wanted}, bukan {got}", "Tulis `{key}` sebagai {wanted}[[: {fix}]]"),
    "YAML_MAGIC": (
        "tanda &, *, atau ! di awal nilai punya arti khusus dan tidak diizinkan",
        "Beri tanda kutip pada nilainya[[: {fix}]]",
    ),
    "YAML_TOO_LARGE": (
        "isian di sini bertingkat terlalu dalam atau terlalu panjang",
        "Sederhanakan: cukup `kunci: nilai` atau satu daftar.",
    ),
    "VALUE_QUOTED": (
        "nilai ini memuat tanda yang punya arti khusus; dibaca sebagai teks apa adanya",
        "Tulis begini: {fix}",
    ),
    "TAB_INDENT": ("baris ini menjorok dengan Tab; dibaca sebagai spasi", "Tulis begini: {fix}"),
    "CURLY_QUOTES": ("tanda kutip lengkung dibaca sebagai kutip lurus", "Tulis begini: {fix}"),
    "MISSING_SPACE": ("setelah titik dua perlu satu spasi; dibaca seakan ada", "Tulis begini: {fix}"),
    "NO_FRONT_MATTER": (
        "naskah ini tidak diawali kepala berita di antara dua baris `---`",
        "Mulai naskah dengan empat baris ini, lalu isi tanggalnya:\n---\njudul: {title}\ntanggal: TAHUN-BULAN-HARI\n---",
    ),
    "FENCE_NOT_FIRST": (
        "kepala berita harus mulai di baris pertama dengan `---`[[; ada {blank} baris kosong di atasnya]]",
        "Jadikan baris pertama tepat tiga tanda hubung: ---",
    ),
    "DATE_IMPOSSIBLE": (
        'tanggal "{text}" tidak ada di kalender',
        "Periksa hari, bulan, dan jamnya[[; tulis begini: {fix}]]",
    ),
    "FENCE_NOT_CLOSED": (
        "kepala berita tidak ditutup dengan baris `---`",
        "Sisipkan baris ini di sini, tepat di bawah `kunci: nilai` yang terakhir: ---",
    ),
    "FENCE_BLANKS": ("ada spasi setelah `---`; diabaikan", "Tulis begini: ---"),
    "TITLE_MISSING": ("berita ini belum punya judul", "Tulis di kepala berita: {key}: {title}"),
    "DATE_MISSING": (
        "berita ini belum punya tanggal",
        "Tambahkan di kepala berita: tanggal: TAHUN-BULAN-HARI, misalnya tanggal: 5 Maret 2026",
    ),
    "DATE_UNREADABLE": (
        'tanggal "{text}" tidak terbaca',
        "Tulis tahun-bulan-hari atau tanggal Indonesia, misalnya 2026-03-05 atau 5 Maret 2026 pukul 09.30 WITA.",
    ),
    "DATE_WEEKDAY": (
        'tanggal "{text}" bertentangan dengan kalender: {date} adalah hari {right}',
        "Betulkan harinya atau tanggalnya[[; misalnya: {fix}]]",
    ),
    "DATE_YEAR": (
        'tahun pada "{text}" di luar {first}-{last}',
        "Periksa tahunnya[[; tulis begini: {fix}]]",
    ),
    "FLAG_UNREADABLE": ('`{key}` hanya boleh `true` atau `false`, bukan "{text}"', "Tulis begini: {fix}"),
    "FLAG_WORD": ('"{text}" dibaca sebagai `{meaning}`', "Tulis begini: {fix}"),
    "LIST_AS_TEXT": ("`{key}` ditulis sebagai satu teks; dipisah pada koma", "Tulis begini: {fix}"),
    "HASHTAGS": ("tagar dibaca sebagai tag tanpa tanda pagar", "Tulis begini: {fix}"),
    "SLUG_REFUSED": (
        'alamat "{text}" tidak dapat dipakai: hanya huruf kecil, angka, dan tanda hubung',
        "Tulis begini: {fix}",
    ),
    "SLUG_CHANGED": ('alamat "{text}" dibaca sebagai "{slug}"', "Tulis begini: {fix}"),
    "ALIAS_REFUSED": (
        'alamat lama "{text}" tidak dapat dipakai',
        "Tulis alamat di situs ini, misalnya: aliases: [/berita-lama/nama-berita/]",
    ),
    "TAG_WITHOUT_LETTERS": (
        '"{text}" tidak memuat huruf atau angka, jadi tidak dapat menjadi alamat',
        "Ganti dengan kata, atau hapus.",
    ),
    "FIELD_TOO_LONG": (
        "nilai `{key}` sepanjang {length} huruf, lebih dari batas {limit}",
        "Ringkas, atau pindahkan ke isi berita.",
    ),
    "TERMS_TOO_MANY": ("`{key}` memuat {count} butir, lebih dari batas {limit}", "Sisakan yang perlu saja."),
    "EVENT_WITHOUT_START": (
        "`{key}` tidak menyebut kapan acara dimulai",
        "Tambahkan di bawahnya, menjorok dua spasi: `mulai: 2026-03-28 09:00`",
    ),
    "EVENT_ENDS_FIRST": ("acara selesai sebelum dimulai", "Periksa `mulai` dan `{key}`"),
    "CORRECTION_WITHOUT_TEXT": (
        "`{key}` tidak berisi kalimat ralat",
        "Tambahkan `teks: Semula tertulis ..., yang benar ...`",
    ),
    "WITHDRAWAL_EMPTY": (
        "`{key}` tidak berisi alasan, jadi tidak jelas apakah berita ini ditarik",
        "Tulis alasannya, misalnya begini: {key}: Datanya sedang diperiksa kembali.",
    ),
    "PLACEHOLDER_LEFT": (
        'berita ini masih memuat petunjuk "{text}"',
        "Ganti petunjuk itu dengan isi berita, atau hapus.",
    ),
    "CHECK_UNKNOWN": (
        "`{got}` bukan kode pemeriksaan yang dapat diabaikan; hanya kode K yang dapat",
        "Tulis kode dari pesannya, misalnya begini: {key}: [K101]",
    ),
    "APPROVAL_UNREADABLE": (
        '`{key}` harus memuat tanggal dan nama yang menyetujui, bukan "{text}"',
        "Tulis tanggal, koma, lalu nama, misalnya begini: {key}: 2 Maret 2026, Nama Lengkap",
    ),
    "NESTED_TOO_DEEP": (
        "kutipan atau daftar di sini bertingkat terlalu dalam",
        "Kurangi tanda > atau jorokan di awal baris; tiga tingkat sudah cukup.",
    ),
    "RAW_HTML": (
        "HTML `{tag}` tidak dipakai di sini; tandanya dibuang, teksnya tetap",
        "Pakai Markdown: **tebal**, [teks](alamat), ![keterangan](foto.jpg); teks di tengah: beri {{.tengah}} di baris di bawahnya.",
    ),
    "RAW_HTML_SWALLOWED": (
        "HTML `{tag}` tidak dipakai di sini; dibuang beserta isinya",
        "Video YouTube: tulis alamatnya sendirian di satu baris (https://youtu.be/...). Video atau halaman lain ditulis sebagai tautan, misalnya: [Tonton video](https://alamat-video)",
    ),
    "RULE_MAKES_HEADING": (
        'baris `---` tepat di bawah teks menjadikan "{heading}" judul bagian',
        "Untuk garis pemisah, beri satu baris kosong di atas `---`; untuk judul bagian tulis: ## {heading}",
    ),
    "CHAT_MARKS": (
        "ada tanda dari aplikasi obrolan; di sini `{bold}` menjadi miring, bukan tebal",
        "Tebal: **teks**. Miring: *teks*. Coret: ~~teks~~.",
    ),
    "UNSAFE_LINK": (
        'tautan atau gambar "{target}" tidak diizinkan; dibuang, teksnya tetap',
        "Tautan boleh ke https://, http://, mailto:, tel:, atau halaman situs ini; foto harus ada di folder naskah.",
    ),
    "EMPTY_LINK": ("tautan ini tidak punya alamat", "Isi alamat di dalam kurung: [teks](alamat)"),
    "TOO_TANGLED": (
        "mulai baris ini terlalu banyak tanda ({count}) sehingga tulisan tidak dapat diolah",
        "Hapus tanda berulang seperti *, _, [, atau ` yang tidak perlu, atau pecah paragrafnya; tulisan yang sangat panjang dibagi menjadi beberapa tulisan.",
    ),
    "LINK_FILE_MISSING": (
        'tautan ke "{target}": berkas itu tidak ada',
        "[[Mungkin maksudnya: {nearest}. ]]Periksa nama berkasnya.",
    ),
    "LINK_ADDRESS_MISSING": (
        'tautan ke "{target}": alamat itu tidak ada di situs ini',
        "[[Mungkin maksudnya: {nearest}. ]]Periksa alamatnya.",
    ),
    "FRAGMENT_MISSING": (
        'tautan ke "{target}": bagian "#{fragment}" tidak ada di halaman itu',
        "[[Mungkin maksudnya: #{nearest}. ]]Periksa judul bagiannya.",
    ),
    "LINK_TO_WITHHELD": (
        'tautan ke "{target}": berita itu belum terbit (konsep, terjadwal, atau belum disetujui)',
        "Terbitkan dulu berita itu, atau hapus tautannya.",
    ),
    "PHOTO_MISSING": (
        'foto "{target}" tidak ada',
        "[[Mungkin maksudnya: {nearest}. ]]Simpan foto di folder naskah atau di content/media/.",
    ),
    "CASE_DIFFERS": (
        '"{target}" berbeda huruf besar-kecil dengan nama berkasnya, {found}',
        "Samakan penulisannya dengan nama berkas: {found}",
    ),
    "FILE_KIND": (
        'berkas "{target}" bukan foto yang dapat diterbitkan (JPEG, PNG, atau WebP)',
        "Ubah menjadi JPEG, atau tulis isinya sebagai halaman[[; dokumen boleh terbit bila `files` di site.yaml menyebut {publishable}]].",
    ),
    "ADDRESS_TAKEN": (
        "alamat {address} sudah dipakai oleh {other}",
        "[[Beri salah satu alamat lain di kepala berita, misalnya: slug: {fix}]][[Ganti nama salah satu foto, misalnya: {name}]]",
    ),
    "TAG_SLUG_CLASH": (
        'tag "{name}" dan "{other}" ({other_path}) berbeda tetapi alamatnya sama: {address}',
        "Ubah nama salah satunya, atau satukan lewat `aliases` di content/tag/.",
    ),
    "CATEGORY_SLUG_CLASH": (
        'kategori "{name}" dan "{other}" ({other_path}) berbeda tetapi alamatnya sama: {address}',
        "Ubah nama salah satunya.",
    ),
    "ALIAS_TAKEN": (
        "alamat lama {address} sudah dipakai oleh {other}",
        "Hapus alamat lama ini, atau ubah alamat yang lain.",
    ),
    "TAG_SPELLING_TAKEN": (
        'ejaan "{name}" sudah dipakai oleh {other}',
        "Hapus ejaan ini dari salah satu berkas tag.",
    ),
    "PHOTO_BROKEN": (
        "foto ini tidak dapat dibaca ({reason}), jadi tidak diterbitkan",
        "[[Dipakai di {post}. ]]Buka fotonya; bila rusak, ambil ulang dari ponsel lalu simpan sebagai JPEG.",
    ),
    "PHOTO_TOO_LARGE": (
        "foto ini {pixels} piksel, lebih dari batas {limit}",
        "[[Dipakai di {post}. ]]Perkecil fotonya, misalnya menjadi lebar 4000 piksel.",
    ),
    "PHOTO_FILE_TOO_LARGE": (
        "berkas foto ini {size} byte, lebih dari batas {limit} byte",
        "[[Dipakai di {post}. ]]Perkecil fotonya, misalnya menjadi lebar 4000 piksel.",
    ),
    "PHOTO_TOO_LONG": (
        "gambar bergerak ini punya lebih dari {limit} bingkai",
        "[[Dipakai di {post}. ]]Pendekkan gambarnya, atau pakai satu foto saja.",
    ),
    "PHOTO_HEIC": (
        "foto ini berformat HEIC (dari iPhone), yang belum dapat dibuka di sini",
        "[[Dipakai di {post}. ]]Di iPhone: Pengaturan > Kamera > Format > Paling Kompatibel, atau kirim lewat WhatsApp sebagai foto; yang sudah ada disimpan ulang sebagai JPEG. Pengelola situs dapat memasang: pip install pillow-heif",
    ),
    "GALLERY_EMPTY": (
        "galeri diminta, tetapi tidak ada foto lain di folder berita ini",
        "Simpan naskah sebagai {folder}/index.md dan foto-fotonya di folder itu juga, atau hapus baris ini.",
    ),
    "PHOTO_ALT_MISSING": (
        'foto "{target}" belum punya teks pengganti untuk pembaca yang tidak dapat melihatnya',
        "Tulis apa yang tampak di foto[[: ![apa yang tampak]({inside})]][[, di bawahnya: {key}: apa yang tampak; foto hiasan saja: {key}: '']]",
    ),
    "PHOTO_SMALL": (
        'foto utama "{photo}" hanya {width} x {height} piksel; saat tautan dibagikan ia tampil kecil',
        "Pakai foto asli dari kamera, bukan salinan kecilnya; lebarnya sebaiknya 1200 piksel, paling sedikit {least}.",
    ),
    "PHOTO_UNUSED": (
        "foto ini tidak dipakai di mana pun, jadi tidak diterbitkan",
        "Pakai di naskah: ![apa yang tampak]({name}), tulis galeri: true di naskah folder ini, atau hapus fotonya.",
    ),
    "PHOTO_UNUSED_BROKEN": (
        "foto ini tidak dapat dibaca; belum ada halaman yang menampilkannya",
        "Hapus berkas ini, atau ganti dengan foto yang utuh.",
    ),
    "LOGO_REFUSED": (
        "logo ini berisi {what}, jadi tidak diterbitkan",
        "Simpan ulang sebagai SVG polos: teks dijadikan kurva, tanpa foto, tautan, skrip; atau pakai PNG 512 piksel.",
    ),
    "LOGO_TOO_COSTLY": (
        "logo ini terlalu besar atau terlalu rumit untuk digambar",
        "Sederhanakan gambarnya, atau simpan sebagai PNG 512 piksel.",
    ),
    "LOGO_SMALL": (
        "sisi terpanjang logo ini hanya {size} piksel; ikon besarnya akan kabur",
        "Pakai PNG yang sisi terpanjangnya paling sedikit {least} piksel, atau SVG.",
    ),
    "IDENTITY_NUMBER": (
        "ada nomor induk kependudukan (NIK): {number}",
        "Hapus nomor itu, juga dari foto dan keterangannya; NIK tidak boleh diumumkan.",
    ),
    "PHONE_FOREIGN": (
        'nomor telepon "{number}" bukan nomor resmi satuan ini',
        "Hapus nomor itu; bila memang nomor resmi, cantumkan di site.yaml pada `contact` atau `services`.",
    ),
    "EMAIL_FOREIGN": (
        'alamat surel "{address}" bukan alamat resmi satuan ini',
        "Hapus alamat itu; bila memang alamat resmi, cantumkan di site.yaml pada `contact` atau `services`.",
    ),
    "DOCUMENT_NUMBER": (
        "ada nomor paspor atau nomor register seseorang: {number}",
        "Hapus nomor itu; berita cukup menyebut jumlah orangnya.",
    ),
    "BIRTH_DATE": (
        'ada tanggal lahir lengkap: "{date}"',
        "Hapus tanggalnya; bila perlu, sebutkan umurnya saja.",
    ),
    "INMATE_NAMED": (
        'nama lengkap warga binaan: "{name}"',
        'Pakai inisial ({initials}) atau sebut "salah seorang warga binaan"; bila ini nama petugas atau sudah disetujui, tulis di kepala berita: abaikan: [K306] dengan alasannya.',
    ),
    "CHILD_NAMED": (
        'nama lengkap anak: "{name}"',
        "Pakai inisial ({initials}) atau nama samaran yang ditandai; identitas anak dilindungi.",
    ),
    "STOP_WORD": (
        'kata "{word}" ada di daftar `stop_words` site.yaml',
        "Ganti atau hapus kata itu.",
    ),
    "TAG_NEAR": (
        'tag "{name}" mirip dengan "{near}" ({count} berita)',
        'Bila maksudnya sama, tulis: {near}[[; atau catat "{name}" sebagai ejaan_lain di {file}]]',
    ),
    "TAG_LONELY": (
        'tag "{name}" hanya dipakai di berita ini; yang sudah ada: "{near}" ({count} berita)',
        "Bila cukup, pakai: {near}",
    ),
    "TAGS_MANY": (
        "berita ini punya {count} tag, lebih dari {most}",
        'Sisakan yang benar-benar menjadi pokok berita; hapus mulai dari "{name}" atau yang paling jarang dicari.',
    ),
    "TITLE_CUT": (
        '"{lost}" hilang dari judul saat dipotong: hasil pencarian menampilkan "{search} ..."[[, kartu tautan "{card} ..."]]',
        'Dahulukan "{lost}", atau tambahkan di kepala berita judul paling banyak 60 huruf yang memuatnya: judul_pendek: ...',
    ),
    "TITLE_CAPITALS": (
        "judul ditulis dengan huruf besar semua",
        "Tulis huruf besar di awal kata saja; singkatan seperti WBP tetap besar.",
    ),
    "SUMMARY_MISSING": (
        'berita ini belum punya ringkasan; hasil pencarian menampilkan paragraf pertama sampai "{cut} ..."',
        "Tambahkan di kepala berita satu kalimat paling banyak {most} huruf: ringkasan: ...",
    ),
    "SUMMARY_LONG": (
        'ringkasan {length} huruf; hasil pencarian memotongnya menjadi "{cut} ..."',
        "Pendekkan menjadi paling banyak {most} huruf; rincian ada di paragraf pertama.",
    ),
    "PARAGRAPHS_GLUED": (
        "paragraf di sini bersambung dengan baris {following}; seluruhnya {count} tempat dalam berita ini",
        "Beri satu baris kosong di antara dua paragraf.",
    ),
    "HEADING_SKIPS": (
        "judul bagian ini bertingkat {level}, padahal di atasnya tingkat {before}",
        "Kurangi tanda # di depannya.[[ Tulis begini: {fix}]][[ Cukup: {right}]]",
    ),
    "LINK_HERE": (
        'teks tautan "{text}" tidak mengatakan ke mana tautan itu menuju',
        "Jadikan nama halamannya sebagai teks, misalnya: [Jadwal kunjungan](alamat)",
    ),
    "SPACE_MISSING": (
        'kurang satu spasi pada "{wrong}"',
        "Beri satu spasi sesudah tanda baca itu.[[ Tulis begini: {fix}]][[ Ganti dengan: {right}]]",
    ),
    "WORD_DOUBLED": (
        'kata "{word}" tertulis dua kali',
        "Hapus salah satunya[[; bila maksudnya kata ulang, tulis: {plural}]].[[ Tulis begini: {fix}]]",
    ),
    "SLIP": (
        'salah ketik: "{wrong}"',
        "Betulkan ketikannya.[[ Tulis begini: {fix}]][[ Ganti dengan: {right}]]",
    ),
    "FRIDAY": (
        '"{wrong}": ejaan bakunya Jumat',
        "Tulis tanpa apostrof.[[ Tulis begini: {fix}]][[ Ganti dengan: {right}]]",
    ),
    "QUOTE_SIDE": (
        'tanda kutip di sini terbalik atau bukan tanda kutip: "{wrong}"',
        "Pakai tanda kutip pembuka di depan, penutup di belakang.[[ Tulis begini: {fix}]][[ Ganti dengan: {right}]]",
    ),
    "EMPHASIS_OPEN": (
        "tanda {mark} di sini tidak punya pasangan, jadi tampil apa adanya",
        "Beri tanda yang sama di akhir kata-katanya, seperti {mark}teks{mark}, atau hapus.",
    ),
    "EMPHASIS_SPACED": (
        "spasi di dalam {mark} membuat tandanya tampil apa adanya",
        "Hapus spasi di dalam tandanya.[[ Tulis begini: {fix}]][[ Ganti dengan: {right}]]",
    ),
    "NOTE_MISSING": (
        "catatan kaki [^{name}] tidak punya isi",
        "Tambahkan di akhir naskah: [^{name}]: isi catatan",
    ),
    "TABLE_RULE": (
        "baris-baris ini bukan tabel, karena tidak ada garis di bawah baris pertama",
        "Sisipkan baris ini di bawahnya: {rule}",
    ),
    "LINK_ADDRESS_AS_TEXT": (
        "teks tautan ini alamat yang panjang",
        "Jadikan nama halamannya sebagai teks: [nama halaman]({target})",
    ),
    "LINK_BARE": (
        "alamat ini tidak menjadi tautan",
        "Tulis sebagai tautan: [nama halaman]({target})",
    ),
    "LINK_TORN": (
        "tautan ini salah susun, jadi tampil apa adanya",
        "Tulis [teks](alamat) tanpa spasi di antaranya.[[ Tulis begini: {fix}]][[ Ganti dengan: {right}]]",
    ),
    "ALT_FILE_NAME": (
        'teks pengganti "{alt}" hanya nama berkas',
        "Tulis apa yang tampak di foto, misalnya: Petugas menyerahkan takjil kepada pengendara.",
    ),
    "ALT_IS_CAPTION": (
        "teks pengganti sama dengan keterangan foto, jadi dibacakan dua kali",
        "Di teks pengganti tulis apa yang tampak; di keterangan, siapa, kapan, dan siapa pemotretnya.",
    ),
    "DOCUMENT_BROKEN": (
        "berkas ini bukan {kind} yang utuh ({reason}), jadi tidak diterbitkan",
        "Simpan ulang dari aplikasi asalnya tanpa kata sandi, atau hapus tautannya.",
    ),
    "DOCUMENT_TOO_LARGE": (
        "berkas ini {size} byte, lebih dari batas {limit} byte",
        "Perkecil (di Word: Save As PDF, Minimum size), atau tulis isinya sebagai halaman.",
    ),
    "DOCUMENT_NAMES_PERSON": (
        "keterangan di dalam berkas ini menyebut: {people}; siapa pun yang mengunduhnya dapat membacanya",
        "Di Word: File > Info > Inspect Document > Remove All, lalu simpan atau buat PDF lagi.",
    ),
    "PAGE_HEAVY": (
        "halaman ini memuat {size} kB di ponsel, lebih dari anggaran {budget} kB",
        "Kurangi foto di dalam naskah; sisanya dapat dibuat galeri: galeri: ya",
    ),
    "WEEKDAY_CONTRADICTS": (
        '"{text}" bertentangan dengan kalender: {date} adalah hari {right}[[; {witness} ada di tahun {year}, jadi tahunnya mungkin keliru]]',
        "Periksa mana yang keliru: hari, tanggal, bulan, atau tahunnya.[[ Mungkin juga: {others}.]][[ Yang paling mungkin, tulis begini: {fix}]]",
    ),
    "WEEKDAY_BY_YEAR": (
        '"{text}" tanpa tahun dibaca sebagai {date}, padahal itu hari {right}',
        "Periksa hari dan tanggalnya; bila bukan tahun {year}, tulis tahunnya.[[ Mungkin juga: {others}.]][[ Yang paling mungkin, tulis begini: {fix}]]",
    ),
    "DATE_TO_COME": (
        '"{text}" sesudah tanggal berita ini, {posted}, padahal kalimatnya melaporkan yang sudah terjadi',
        "Betulkan tanggal di naskah atau `tanggal` di kepala berita; bila ini pengumuman, isi `acara`.",
    ),
    "NO_SUCH_DAY": (
        'tanggal dalam "{text}" tidak ada di kalender',
        "Periksa hari, tanggal, dan bulannya.[[ Mungkin juga: {others}.]][[ Yang paling mungkin, tulis begini: {fix}]]",
    ),
    "ANNIVERSARY": (
        '"{text}" jatuh pada tahun {right}, bukan {year}',
        "Periksa angka dan tahunnya; bila maksudnya peringatan tahun {right}, sebut tahun itu.[[ Untuk tahun {year}, tulis begini: {fix}]]",
    ),
    "NAME_OUT_OF_TIME": (
        'nama "{text}" tidak berlaku pada tanggal berita ini[[; berlaku sejak {since}]][[; berlaku sampai {until}]]',
        "Pakai nama yang berlaku pada tanggal itu; bila naskah bercerita tentang masa lain, tulis abaikan: [K202] di kepala berita.[[ Atau tulis begini: {fix}]]",
    ),
    "SETTINGS_MISSING": (
        "berkas pengaturan ini tidak ada",
        "Jalankan perintah di folder yang memuat site.yaml, atau sebut foldernya dengan --source.",
    ),
    "SETTING_REQUIRED": ("pengaturan `{key}` wajib diisi", "Tambahkan di site.yaml: {key}: ..."),
    "SETTING_WRONG": ('nilai `{key}` keliru[[: "{got}"]]', "Yang dapat dipakai: {wanted}"),
    "TEMPLATE_SYNTAX": ("templat ini salah tulis: {reason}", "Perbaiki baris itu di berkas templat."),
    "TEMPLATE_FAULT": (
        "templat ini gagal saat membuat {address}: {reason}",
        "Perbaiki baris itu di berkas templat; data tiap templat ada di layouts/README.md.",
    ),
    "TEMPLATE_MISSING": ("templat {name} tidak ada", "Kembalikan berkas itu ke folder layouts/."),
    "WORD_MISSING": ("kata `{key}` belum ada di berkas ini", "Tambahkan baris: {key}: ..."),
    "OUTPUT_NOT_OURS": (
        "folder ini berisi berkas tetapi bukan buatan Warta (tidak ada {manifest})",
        "Pilih folder lain dengan --output, atau kosongkan folder ini lebih dulu.",
    ),
    "OUTPUT_LOCKED": (
        "folder ini sedang ditulis oleh proses lain",
        "Tunggu sampai selesai, lalu jalankan lagi.",
    ),
    "TOO_MANY_REMOVED": (
        "terbitan ini akan menghapus {count} dari {total} alamat[[ (berita: {articles} dari {articles_total})]][[ dan {photos} dari {photos_total} foto]]: {examples}[[ dan {more} lainnya]]",
        "[[{unapproved} berita belum disetujui: tambahkan `disetujui` pada berita itu, jangan memakai --allow-removal. ]]Bila memang disengaja, jalankan lagi dengan --allow-removal {needed}",
    ),
    "WRITE_FAILED": ("tidak dapat ditulis ({reason})", "Periksa ruang dan izin folder, lalu jalankan lagi."),
    "OUTPUT_TAKEN": (
        "ini bukan buatan Warta, tetapi ada di tempat yang dipakai situs; tidak ada yang ditulis",
        "Pindahkan ini ke tempat lain, atau ubah alamat halaman yang memakai tempatnya, lalu jalankan lagi.",
    ),
    "SITE_EMPTY": (
        "tidak ada satu pun berita atau halaman yang akan terbit[[; {waiting} berita menunggu]]",
        "Periksa apakah folder content/ utuh: situs kosong tidak diterbitkan. Untuk melihatnya selagi ditulis: python build.py serve",
    ),
    "PREVIOUS_UNREADABLE": (
        "ini bukan warta.json yang utuh, jadi tidak diketahui apa yang sedang tayang",
        "Ambil lagi warta.json dari situsnya. Hanya bila situs itu belum pernah terbit, jalankan lagi tanpa --previous.",
    ),
    "NOT_PUBLISHED": (
        "belum ada terbitan dengan warta.json di folder ini",
        "Bangun situsnya dahulu: python build.py",
    ),
    "PUBLISHED_FILE_DIFFERS": (
        "berkas terbitan ini hilang atau berubah sejak dibangun",
        "Bangun lagi: python build.py; jangan mengubah isi folder terbitan dengan tangan.",
    ),
    "PUBLISHED_LINK_DEAD": (
        "tautan `{target}` di halaman ini tidak menuju berkas terbitan mana pun",
        "Bangun lagi: python build.py; bila tetap begini, perbaiki tautannya di content/ atau layouts/.",
    ),
    "ADDRESS_GONE": (
        "alamat {address} sudah terbit, tetapi kini tidak ada lagi: tautan lama ke sana putus[[; beritanya {kind}]][[; tag itu mungkin kini {tag}]]",
        "[[Bila ini berita yang pindah, tulis di kepala berkas ini: {fix}]][[Tulis di kepala berkas tag ini: {tag_fix}]][[Bila pindah, tulis di kepala berita yang baru: {new_fix}. Bila tidak boleh tampil lagi, kembalikan berkasnya dengan `tarik` dan alasannya.]][[Yang sudah terbit jangan dibuat {kind} lagi: bila tidak boleh tampil, tulis `tarik` dan alasannya.]]",
    ),
    "PUBLISHED_FRAGMENT_DEAD": (
        "tautan `{target}` menuju bagian yang tidak ada di halamannya",
        "Periksa nama bagian sesudah tanda # di content/ atau layouts/.",
    ),
    "SEARCH_MISSING": (
        "indeks pencarian tidak dapat dibuat: {reason}; situs terbit tanpa pencarian",
        "Pasang lagi paket Warta (pip install -r requirements.txt) lalu jalankan lagi, atau matikan pencarian di site.yaml: features: {{search: off}}.",
    ),
    "IMPORT_TOO_LARGE": (
        "berkas ini lebih besar dari batas {limit} byte, jadi tidak diimpor",
        "Pecah naskahnya, atau kecilkan foto di dalamnya, lalu impor lagi.",
    ),
    "IMPORT_KIND": (
        'jenis berkas "{ending}" tidak dapat diimpor',
        "Simpan naskah sebagai .docx (Word) atau .txt; ekspor WordPress berakhiran .xml.",
    ),
    "IMPORT_EMPTY": ("tidak ada naskah di sini, jadi tidak ada yang dibuat", "Isi naskahnya, lalu impor lagi."),
    "IMPORT_NO_DATE": (
        "naskah ini tidak menyebut tanggal; dipakai tanggal hari ini, {date}",
        "Bila kegiatannya pada hari lain, ubah baris `date` di kepala berita.",
    ),
    "IMPORT_DATE_DOUBT": (
        'naskah mencetak "{words}", padahal {date} jatuh pada hari {right}; dibuat sebagai konsep dengan tanggal yang tercetak',
        "Tanyakan tanggal yang benar, ubah baris `date`, lalu hapus baris `draft`[[; mungkin maksudnya {others}]].",
    ),
    "IMPORT_TWICE": (
        "naskah ini sudah ada sebagai {other}, jadi tidak dibuat lagi",
        "Sunting berkas itu; bila ini memang berita lain, ubah judul atau paragraf pertamanya, lalu impor lagi.",
    ),
    "IMPORT_ADDRESS_TAKEN": (
        "alamat berita ini sudah dipakai oleh {other}, jadi tidak dibuat",
        "Beri judul lain, lalu ulangi.",
    ),
    "IMPORT_EXISTS": (
        "sudah ada berkas atau folder dengan nama ini; tidak ada yang ditimpa",
        "Sunting yang sudah ada, atau ganti namanya, atau beri berita yang baru judul lain.",
    ),
    "IMPORT_BROKEN": (
        "berkas ini tidak dapat dibaca ({kind})",
        "Buka berkas dengan programnya, simpan ulang (Word: Save As, .docx), lalu impor lagi.",
    ),
    "IMPORT_TRACKED": (
        "dokumen ini memuat {count} perubahan terlacak (Track Changes); dipakai naskah dengan semua perubahan diterima",
        "Periksa naskahnya, atau terima/tolak perubahan di Word (Review), lalu impor lagi.",
    ),
    "IMPORT_COMMENTS": (
        "dokumen ini memuat {count} komentar; komentar tidak ikut diimpor",
        "Pastikan semua komentar sudah ditindaklanjuti.",
    ),
    "IMPORT_PHOTO_KIND": (
        "gambar jenis {what} tidak dapat ditampilkan peramban, jadi tidak ikut",
        "Simpan gambar itu sebagai JPEG atau PNG, lalu letakkan di folder beritanya.",
    ),
    "IMPORT_NOT_CARRIED": (
        "bagian ini tidak dapat dibawa: {what}",
        "Periksa beritanya; bila bagian itu penting, tulis ulang sebagai teks, foto, atau tautan.",
    ),
    "IMPORT_PHOTO_MISSING": (
        "foto {target} tidak ditemukan, jadi tidak ikut",
        "Beri folder wp-content/uploads situs lama dengan --media, atau letakkan fotonya sendiri di folder berita.",
    ),
    "IMPORT_OLD_LINK": (
        "tautan ini masih menuju situs lama: {target}",
        "Ganti dengan alamat baru, atau hapus bila situs lama akan ditutup.",
    ),
    "IMPORT_ALIAS": (
        "alamat lama {address} tidak dapat dipertahankan",
        "Bila penting, arahkan alamat itu lewat pengaturan server situs lama.",
    ),
    "IMPORT_PROTECTED": (
        "tulisan ini dulu dilindungi kata sandi; dibuat sebagai konsep",
        "Hapus baris `draft` bila boleh dibaca semua orang.",
    ),
    "IMPORT_RENAMED": (
        'alamat "{wanted}" sudah dipakai, jadi tulisan ini beralamat "{name}"',
        "Biarkan, atau ganti dengan baris `slug` di kepala berita.",
    ),
    "IMPORT_LINK_DROPPED": (
        "tautan {target} tidak menuju alamat yang ada di situs ini; teksnya tetap, tautannya dibuang",
        "Bila perlu, tulis tautannya lagi dengan alamat lengkap (https://...).",
    ),
    "IMPORT_NO_TITLE": (
        'naskah ini tidak punya baris judul; untuk sementara dipakai "{title}"',
        "Tulis judulnya di baris `title` di kepala berita.",
    ),
    "IMPORT_MEDIA": (
        "folder foto ini tidak ada atau kosong, jadi tidak ada yang diimpor",
        "Salin folder wp-content/uploads dari situs lama, lalu sebutkan tempatnya dengan --media.",
    ),
    "NEW_WITHOUT_TITLE": (
        'judul "{title}" tidak memuat huruf atau angka, jadi tidak ada yang dibuat',
        'Beri judulnya, misalnya: python build.py new "Apel Pagi di Lapangan"',
    ),
    "NEW_TAG_LIKE": (
        'tag "{name}" belum ada; yang mirip: "{nearest}"',
        "Bila maksudnya sama, pakai yang sudah ada, supaya beritanya berkumpul di satu halaman.",
    ),
    "POST_UNKNOWN": (
        "tidak ada naskah dengan nama ini",
        "[[Mungkin maksudnya: {nearest}. ]]Sebut berkasnya, misalnya content/berita/2026-03-02-apel.md, atau alamat pendeknya: apel",
    ),
    "POST_AMBIGUOUS": (
        "nama ini dipakai oleh beberapa naskah: {paths}",
        "Sebut berkasnya secara lengkap.",
    ),
    "PROOF_TAKEN": (
        "berkas ini sudah ada dan bukan cetak coba buatan Warta, jadi tidak ditimpa",
        "Pindahkan berkas itu, atau pilih folder lain dengan --output.",
    ),
}

NAMES = {
    "text": "teks",
    "list": "daftar",
    "mapping": "kelompok `kunci: nilai`",
    "flag": "`true` atau `false`",
    "draft": "konsep",
    "unapproved": "belum disetujui",
    "scheduled": "terjadwal",
}

REASONS = {
    "changed": "berubah saat dibaca",
    "Access is denied": "tidak ada izin, atau sedang dipakai program lain",
    "Disk quota exceeded": "jatah ruang disk habis",
    "File name too long": "namanya terlalu panjang",
    "File too large": "berkasnya terlalu besar untuk disk ini",
    "Input/output error": "disk rusak atau terputus",
    "Is a directory": "ini folder, bukan berkas",
    "No such file or directory": "berkas atau foldernya tidak ada lagi",
    "No space left on device": "ruang disk habis",
    "Not a directory": "ini berkas, bukan folder",
    "Operation not permitted": "tidak ada izin",
    "Permission denied": "tidak ada izin, atau sedang dipakai program lain",
    "Read-only file system": "disk ini hanya dapat dibaca",
    "The process cannot access the file because it is being used by another process": "sedang dipakai program lain",
    "There is not enough space on the disk": "ruang disk habis",
}
"""What systems say in English, in the language of those who read it; a Windows in Indonesian says so by itself."""

WORDS = {
    "error": "galat",
    "warning": "peringatan",
    "back_to_text": "Kembali ke catatan {} dalam teks",
    "errors": "{} galat",
    "errors_one": "1 galat",
    "warnings": "{} peringatan",
    "warnings_one": "1 peringatan",
    "pages": "{} halaman",
    "pages_one": "1 halaman",
    "files": "{} berkas lain",
    "files_one": "1 berkas lain",
    "built": "{output}: {pages} dan {files}; {written} ditulis, {kept} tetap, {deleted} dihapus",
    "texts": "{} naskah",
    "texts_one": "1 naskah",
    "checked": "{texts} diperiksa: {errors}, {warnings}",
    "stopped": "{output} tidak diubah: {errors}, {warnings}",
    "half_way": "{output} baru sebagian diperbarui: {errors}, {warnings}; terbitan berikutnya melengkapinya",
    "stopped_strict": "{output} tidak diubah: {warnings}, dan --strict diminta",
    "withheld_draft": "belum terbit (konsep): {path}",
    "withheld_unapproved": "belum terbit (belum disetujui): {path}",
    "withheld_scheduled": "belum terbit (terjadwal {due}): {path}",
    "next_due": "Berita terjadwal berikutnya terbit {due}",
    "preview": "Pratinjau",
    "preview_at": "Pratinjau: {url} (Ctrl+C untuk berhenti)",
    "preview_draft": "Konsep: belum terbit",
    "preview_unapproved": "Belum disetujui: belum terbit",
    "preview_scheduled": "Terjadwal: terbit {due}",
    "preview_mark_draft": "konsep",
    "preview_mark_unapproved": "belum disetujui",
    "preview_mark_scheduled": "terjadwal",
    "preview_held": "Perubahan terakhir belum tampil: ada galat. Halaman ini seperti sebelumnya.",
    "preview_fault": "Warta sendiri gagal; sebabnya ada di jendela perintah.",
    "preview_here": "Perlu diperiksa di sini: {}",
    "preview_elsewhere": "Di halaman lain: {}",
    "proof_made": "{path}: siap dikirim dan dicetak",
    "proof_wrong": "{path}: dapat dibaca dan dicetak; sebelum terbit, bereskan dahulu yang disebut di atas",
    "merged": 'Tag "{name}" juga ditulis: {spellings}',
    "import_wrote": "dibuat: {path}",
    "import_title": "  judul: {value}",
    "import_date": "  tanggal: {value}",
    "import_place": "  tempat: {value}",
    "import_tags": "  tag: {value}",
    "import_summary": "  ringkasan: {value}",
    "import_photos": "  foto: {value}",
    "import_none": "(tidak ditemukan)",
    "import_draft": "  konsep: belum terbit sampai baris `draft` dihapus",
    "import_many": "{count} naskah dibuat ({posts} berita, {pages} halaman, {drafts} konsep, {photos} foto)",
    "import_progress_read": "{done} naskah dibaca",
    "import_progress_made": "{done} dari {total} naskah diolah",
    "import_progress_written": "{done} dari {total} naskah ditulis",
    "import_ask": 'Naskah mencetak "{words}", padahal {date} jatuh pada hari {right}. Tanggal mana yang benar?',
    "import_choice_printed": "{date} ({weekday}): tanggalnya benar, nama harinya salah",
    "import_choice_weekday": "{date} ({weekday}): harinya benar, tanggal terdekat",
    "import_choice_year": "{date} ({weekday}): tahunnya salah",
    "import_choice_month": "{date} ({weekday}): bulannya salah",
    "import_choose": "Nomor (Enter: belum tahu, simpan sebagai konsep): ",
    "new_title": "judul, tanpa titik di akhir",
    "new_date": "tanggal kegiatan, boleh dengan jam: 2026-03-02 16.30",
    "new_category": "satu saja, misalnya: Kegiatan",
    "new_tags": "topik, dipisah koma, misalnya: [Ramadhan, pembinaan]",
    "new_place": "tempat kegiatan",
    "new_summary": "satu kalimat, paling panjang 160 huruf; kosong: paragraf pertama",
    "new_image": "nama berkas foto utama",
    "new_image_alt": "apa yang tampak di foto utama, untuk yang tidak dapat melihatnya",
    "new_draft": "hapus baris ini bila berita siap terbit",
    "new_body": "Tulis paragraf pertama di sini: siapa, apa, kapan, di mana.\n\nTulis paragraf berikutnya di sini. Satu baris kosong memisahkan dua paragraf.",
    "new_photo": "Tulis di sini apa yang tampak di foto {number}",
    "new_next": "Isi naskahnya, hapus baris `draft`, lalu jalankan: python build.py",
    "new_no_editor": "Tidak ada penyunting teks yang dapat dibuka; buka berkas itu sendiri.",
}

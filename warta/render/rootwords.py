"""Indonesian words that are no other word with an affix, as `roots` needs them: data.

Common roots of news about services, guidance and security; and words that only look as if they had an affix (`beras`,
`kelas`, `terang`), or that with one have come to mean something of their own (`petugas`, `pemasyarakatan`).
"""

ROOTS = frozenset(
    """
    abai abdi acara ada adab adil administrasi adu agama agenda agung air ajak ajar aju akad akal akhir akibat
    aksara aksi akta aktif aku akun alam alamat alas alat alih alir alkohol alun amal aman amanat amat ambang ambil
    amil ampun amuk anak analisis ancam andal aneka anggar angin angka angkasa angkat angkut anjur antar antara
    antre antusias anut anyam apel apresiasi arah arak arsip arti asah asal asas asing aspal aspirasi asuh atap atas
    atur audit awal awam awas ayak ayom azan baca badan bagai bagi bagus bahagia bahan bahari bahas bahasa bahaya
    baik bakar bakat bakti baku balas balik balut bandar banding bangga bangkit bangsa bangun banjir bantu banyak
    barak barang baris baru basah basmi batal batas batik bawa bawah bayar bazar beban bebas beda bedah bekal bekas
    bela belanja belas beli belum benah benar bencana bendera bengkel bentang bentuk berani berantas beras berat
    beri berita berkah berkas bersama bersih besar besuk betul biasa biaya bibit bicara bidang bimbing bina bingkis
    bisa bisik blok bobot bocor bokong bola boleh bongkar borgol boros buah buang buat bubuh budaya budi buka bukti
    buku bulan bulat bumi bunga bungkus bunuh buru buruk bus busana butuh cabang cabut cacat cadang cair cakap calon
    camat campur canang canda cangkul cantik cantum capai cari cat catat cedera cegah cek cela celaka celana cemas
    cengkeram cepat cerai ceramah cerdas cerita cermat cerna cinta cipta ciri citra coba cocok contoh coret cuaca
    cuci cukup cukur curah curi cuti daerah daftar dagang daki dalam damai dampak damping dana dapat dapur darah
    darat darurat dasar data datang daur daya debat dekat deklarasi dekorasi denda dengar depan derita derma desa
    desain desak destinasi deteksi dewasa diagnosa dialog didik digital dimas dinas dinding dingin dini direktur
    diri disiplin diskusi distribusi doa dokter dokumen dokumentasi dominasi donor dorong dosis dua duduk duga duka
    dukung dunia edar edukasi efektif eja ekonomi elok emas emban empati empuk enak enam erat esok etika evakuasi
    evaluasi fasilitas fisik fokus foto fungsi gabung gagal gagas gali gambar gandeng ganggu ganja ganjar ganti
    gantung garap gaul gayeng gedung gejala gelap gelar geledah gelombang gemar gembira gembok gempa genap gencar
    genggam gerai gerak gerbang gerebek gereja gerombol getar giat gigi gilas gilir gizi goda gores gotong grasi
    gudang gugat gugur guna guncang gunting guru habis hadap hadiah hadir hadirin hafal haji hak hakikat hakim hal
    halal halaman halang halinar halus hambat hamil hangat hantam hantar hapus harap harga hari harmonis haru harus
    hasil hati hebat heboh hemat henti hias hibah hibur hidang hidup hijau hilang himbau himpun hindar hitung hormat
    hubung hujan hukum huni huruf hutan ibadah ibu ideal identitas ijazah ijtihad ikat ikhlas ikhtiar iklan ikrar
    ikut ilmu imam iman imbau imigrasi inap indah informasi ingat ingin injak inovasi inspeksi instansi intai
    integrasi integritas intensif intip ironi isi islah islam istirahat istri iur izin jabat jadi jadwal jaga jahit
    jajar jaksa jalan jalin jalur jam jamin jamu jangka jangkau janji jarak jari jaring jasa jatah jatuh jauh jawab
    jejak jelajah jelang jelas jelma jemput jemur jenazah jenguk jenis jera jerat jerumus jual juang juara judul
    jujur jumlah jumpa juru jurus kabar kabel kabul kabur kacau kader kaget kait kaji kalah kali kalung kamar
    kampanye kampung kamtib kandung kantin kantong kapal kapolres kapolsek karakter karang karantina karier karut
    karya kasih kasus kata kategori kawal kawin kebal kebaya kebun kecam kecewa kecil kedai kejar kelahi kelas
    keliling kelola kelompok keluar keluarga keluh kemas kembali kembang kemih kemudi kemudian kena kenal kenan
    kenang kendala kendali kendara kepala kepung kerabat kerah keras kering kerja keroncong kertas kerumun kesal
    kesan ketat ketik ketua khas khatam khidmat khitan khotbah khusus khutbah kibar kilas kios kirim kisah klinik
    kobar komando komitmen kompetisi kondisi konseling konsultasi kontrol koordinasi kopi korban korek koreksi
    korupsi kreatif kuak kuasa kuat kucur kukuh kuliah kumpul kunci kunjung kuota kupas kurang kurban kurs kursi
    kursus kutip labu lacak ladang lahan lahir lain laksana laku lalai lalu lama lambai lambat lampau lampu lancar
    landas langgar langkah langsung lanjut lantai lantang lantik lapang lapangan lapas lapis lapor larang lari las
    latar latih laut lawan layak layan lebah lebaran lebih legal lelah lelang lele lemah lembaga lembar lembut
    lempar lengkap lepas lestari letak lewat libat libur lihat lima limpah lindung lingkung lintas lipat listrik
    literasi lokasi lolos lomba lonjak lontar luang luar luas lubang luhur luka lukis lulus lumas lunas luncur lupa
    lurah lurus maaf mabuk macam macet mahir main maju makam makan maklum makmur makna malam malas malu mampu mandat
    mandek mandi mandiri manfaat mangkir mantap manusia marah markas masak masalah masuk masyarakat mata matang mati
    mau maupun mawas mebel media medis meja mekar melalui memori menang menit mental menteri merah merdeka mereka
    mesin mesra meter metode mewah milik minat minim minta minum miras miskin mitra mobil modal mogok mohon monitor
    motivasi motor muat muda mudah mudik mufakat mukim mula mulai mulia mumpuni muncul mundur murah murid murni
    musala musibah musik musnah mustahil musyawarah mutakhir mutasi mutu nafkah naik naluri nama nanti napi
    narapidana narkoba narkotika nasihat nasional naskah natal nazar negara niat nikah nikmat nilai nomor normal
    nota nyala nyaman nyanyi nyata nyawa obat objek obor olah olahraga omong operasi optimal orang organisasi otak
    otoritas pacu padam padat padi padu pagar pagi paham pajak pakai paket paku palsu pamer pampang panas pancar
    pandai pandang pandu panen pangan panggil panggung pangkas pangkat pangku panitia panjang panjat pantang pantas
    pantau panti papan papar parah parkir partisipasi paruh pasang pasar pasien paskah pasok pasti patroli patuh
    patut pecah pedoman pegang pegawai pekan pelesir pelihara pelopor peluang peluk pemasyarakatan pemerintah pemilu
    pemuda pemudi pencak pendam pendapa pendeta pengaruh pengayoman penjara pensiun penting penuh peraga peran
    perang perangkat peras perban percaya percik perdana periksa peringkat perintah periode peristiwa perkara
    perkosa perlahan perlu permisi pernah perpustakaan persen personel pertama pesan pesantren pesat peserta pesona
    pesta petik petugas piagam piala pidana pijat piket pikir pikul pil pilah pilih pimpin pinang pindah pindai
    pinggir pinjam pintar pintu pisah pisau pohon pola polisi politik polres polsek pondok ponsel populer porsi
    posisi posyandu potensi potong potret praktik prestasi pribadi prioritas produksi profil program promosi proses
    protes puasa publik publikasi puji pukul pulang pulih puluh pungut pupuk pupus pusat pustaka putar putih putra
    putri putus raba racik raga ragam rahasia raih rajin rakit rakyat ramadhan ramah ramai rambut rampas rancang
    rangka rangkai rangkul rangkum rantai rapat rapi rasa ratus rawan rawat raya rayu razia rebut reda redam regang
    regu rehabilitasi reintegrasi reka rekam rekan rekat rekrut relaks relawan relokasi remaja remas rembuk remisi
    renang rencana rendah renovasi renung resah resap resep residivis resmi respons restu retak riang rilis rimbun
    rinci ringan ringkas ringkus rintis riset risiko rohani rombak rombong ruang rugi rujuk rukun rumah rumpun
    rumput rumus runding rupa rusak rutan rutin sabar sabtu sabu sabun sadap sadar sahabat sahur saji sakit saksama
    saksi saku salah salam salat salin saling salur sama sambang sambung sambut sampah sampai samping sandang sandar
    sang sanggup sangka sangkut sanksi santai santap santri santun sapa sapu saran sarana saring sasar satu saudara
    sayur sebab sebar sebelah sebelas seberang sebut sedang sedekah sederhana sedia seduh segar segel sehat seimbang
    sejahtera sejarah seka sekali sekarang sekat sekolah seksama sel selain selamat selang selaras selasa seleksi
    selenggara selesai seleweng selidik selip selundup seluruh semai semangat semarak semat sembah sembako sembelih
    sembuh semen sempat semua senam senang sendiri sendok sengketa seni senin senjata sensus sentosa senyum sepak
    sepakat sepatu sepeda seragam serah serang serap serba sergap serius serta sertifikat sertijab seru sesal sesuai
    sesudah setelah setia setiap setuju sewa siaga siap siar sibuk sidak sidang sifat sigap sikap siksa silang silat
    silaturahmi silet simak simbol simpan simpang simpul simulasi sinar sinergi singgah singkat sipir siram sirene
    sisa sisih siswa sita situasi skrining solidaritas solusi sopan sorot sortir sosial sosialisasi status stunting
    suami suara suasana suguh suka sukacita sukarela sukses sulam sulap sulit suluh sumbang sumber sumpah sumpal
    sungguh suntik surat suruh survei susu susul susun swasta syarat syukur tabah tabrak tabung tabur tadarus tagih
    tahan tahap tahu tahun tajam takar takjil takut talenta tali tamah taman tamat tambah tambal tambat tampar
    tampil tampung tamu tanah tanam tanda tandang tandatangan tanding tangan tanggal tanggap tangguh tanggul
    tanggung tangis tangkal tangkap tani tantang tanya taraf tarawih target tari tarik taruh tarung tasyakur tata
    tatap taubat tawar tayang tebar teduh tegak tegang tegas tegur tekad tekan teknis tekuk tekun telaah teladan
    telantar telepon televisi teliti teluk telusur teman tembok tempat tempel tempuh temu tenaga tenang tender
    tengah tengkar tentang tentu tepat tepi terali teralis terang terap terapi teras terbang terbit terima terjemah
    terjun terlalu terminal ternak teror tersangka tertawa tertib terus tes tetap tetapi tiang tiap tiba tidak tidur
    tiga tikam tim timbang timbul timbun timpa tindak tinggal tinggi tingkat tinjau tipu tiru tisu titah titip tokoh
    tolak tolong tombol tonjol tonton topang topik transparan truk tua tuang tuberkulosis tuduh tugas tugu tuju
    tujuh tukang tukar tular tulis tulus tumbuh tumpang tumpas tumpuk tunai tunda tunduk tunggal tunggu tunjuk
    tuntas tuntun tuntut turun turut tutup tutur uang ubah ubin ucap udara uji ukir ukur ulama ulang ular ulas ulur
    umat umrah umum umur undang undi unduh unggah unggul ungkap unit unjuk unsur upa upacara upah upaya urai urine
    urus urut usaha usai usap usia usir usul usut utama utang utuh utus vaksin verifikasi vonis wacana wajah wajib
    wakaf wakil waktu wali warga waris warna warta warung wasiat waspada wawancara wewenang wibawa wilayah wirausaha
    wisata wisuda wudu wujud yakin yatim yayasan zakat ziarah zikir zona
    """.split()
)

SPELLINGS = {
    "bhakti": "bakti",
    "idulfitri": "fitri",
    "kaos": "kaus",
    "mesjid": "masjid",
    "mushola": "musala",
    "musholla": "musala",
    "praktek": "praktik",
    "ramadan": "ramadhan",
    "romadhon": "ramadhan",
    "shalat": "salat",
    "sholat": "salat",
    "solat": "salat",
    "taraweh": "tarawih",
    "tasyakuran": "syukur",
    "tasyakur": "syukur",
    "ijin": "izin",
    "apotik": "apotek",
}
"""Words that are written in several ways, and the one that stands for all in the index."""
